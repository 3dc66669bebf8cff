package io.outlay.ingestion.sync;

import io.outlay.domain.error.Unavailable;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.Restatement;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.RawFetch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hands periods that were understood to the log, then notes that they were fetched: a crash in
 * between fetches them again, which is harmless, and never the other way round.
 */
final class ReportTaking {

  private static final String API = "api";
  private static final int AT_ONCE = 8;

  private final Visit visit;
  private final Map<Key, PeriodFetch> before = new LinkedHashMap<>();

  private record Key(View view, Period period) {}

  /** What one question gave. */
  record Taken(
      View view,
      long sequence,
      Instant at,
      @Nullable Long rawInputId,
      RawFetch fetch,
      List<PeriodReport> reports) {}

  ReportTaking(Visit visit, List<PeriodFetch> before) {
    this.visit = visit;
    before.forEach(fetch -> this.before.put(new Key(fetch.view(), fetch.period()), fetch));
  }

  Mono<Void> take(Taken taken) {
    Map<Period, Fetched> noted = new LinkedHashMap<>();
    taken.reports().forEach(report -> noted.put(report.period(), noted(taken, report)));
    return Flux.fromIterable(taken.reports())
        .map(report -> slice(taken, report))
        .flatMap(this::publish, AT_ONCE)
        .then(
            Mono.defer(
                () ->
                    visit
                        .tools()
                        .fetches()
                        .fetched(
                            visit.organization(),
                            visit.access().adAccountId(),
                            visit.jobId(),
                            taken.view(),
                            LocalDate.ofInstant(taken.at(), visit.access().zone()),
                            noted)));
  }

  private Mono<Void> publish(Slice slice) {
    return visit
        .tools()
        .publisher()
        .publish(slice)
        .retryWhen(
            Retry.backoff(5, Duration.ofMillis(200))
                .maxBackoff(Duration.ofSeconds(2))
                .filter(Unavailable.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
  }

  private Slice slice(Taken taken, PeriodReport report) {
    return new Slice(
        new SliceKey(
            visit.access().account(), Measurer.PLATFORM, taken.view(), API, report.period()),
        visit.access().details(),
        report.level(),
        taken.sequence(),
        taken.at(),
        new Replacement.WholeSlice(),
        visit.access().settings().takesOver(),
        taken.rawInputId(),
        visit.jobId(),
        visit.tools().dictionaryVersion(),
        false,
        provisionalUntil(taken, report),
        report.rows());
  }

  private Fetched noted(Taken taken, PeriodReport report) {
    return new Fetched(
        taken.sequence(),
        taken.at(),
        taken.rawInputId(),
        taken.fetch().requestId(),
        taken.fetch().requests(),
        report.rows().size(),
        visit.access().settings().apiVersion(),
        provisionalUntil(taken, report) != null,
        report.accountTotal(),
        moved(taken, report));
  }

  /** Reading a kept answer again under another mapping moves nothing. */
  private @Nullable Double moved(Taken taken, PeriodReport report) {
    PeriodFetch known = before.get(new Key(taken.view(), report.period()));
    Fetched last = known == null ? null : known.fetched();
    if (last == null) {
      return null;
    }
    return last.at().equals(taken.at())
        ? last.moved()
        : (Double) Restatement.between(last.totals(), report.accountTotal());
  }

  private @Nullable LocalDate provisionalUntil(Taken taken, PeriodReport report) {
    LocalDate last = report.period().lastDay();
    LocalDate until =
        Rereading.provisionalUntil(
            last,
            taken.at(),
            moved(taken, report),
            visit.access().settings(),
            visit.access().zone());
    LocalDate read = LocalDate.ofInstant(taken.at(), visit.access().zone());
    LocalDate byPlatform = last.plusDays(visit.access().settings().longestWindowDays());
    return until == null && report.isProvisional() && !byPlatform.isBefore(read)
        ? byPlatform
        : until;
  }
}
