package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.ingestion.platform.PeriodReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads kept answers again under the account's present mapping, without asking the platform. Of
 * each period the answer it was last fetched by counts; what is no longer kept stays as it is.
 */
final class KeptReading {

  private final Visit visit;

  KeptReading(Visit visit) {
    this.visit = visit;
  }

  /** Completes when all of it has been handed to the log. */
  Mono<Void> run() {
    return visit
        .tools()
        .fetches()
        .all(visit.organization(), visit.access().adAccountId())
        .filter(this::isWanted)
        .collectList()
        .flatMapMany(this::byAnswer)
        .concatMap(answer -> again(answer.getKey(), answer.getValue()), 1)
        .then();
  }

  private boolean isWanted(PeriodFetch fetch) {
    DateRange days = visit.request().days();
    Fetched fetched = fetch.fetched();
    // What this job has read already is not read twice after a crash.
    return fetched != null
        && fetched.rawInputId() != null
        && fetch.jobId() != visit.jobId()
        && (days == null
            || (!fetch.period().lastDay().isBefore(days.from())
                && !fetch.period().firstDay().isAfter(days.to())));
  }

  private Flux<Map.Entry<Long, List<PeriodFetch>>> byAnswer(List<PeriodFetch> fetches) {
    visit.progress().planned(fetches.size());
    return Flux.fromIterable(
        fetches.stream()
            .collect(
                Collectors.groupingBy(KeptReading::rawInputId, TreeMap::new, Collectors.toList()))
            .descendingMap()
            .entrySet());
  }

  private static Long rawInputId(PeriodFetch fetch) {
    return Objects.requireNonNull(Objects.requireNonNull(fetch.fetched()).rawInputId());
  }

  private Mono<Void> again(Long rawInputId, List<PeriodFetch> fetches) {
    SyncTools tools = visit.tools();
    return tools
        .queue()
        .extend(visit.lease(), visit.settings().lease(), visit.progress().latest())
        .then(
            Mono.zip(tools.kept().find(visit.organization(), rawInputId), tools.sequence().next()))
        .publishOn(Schedulers.parallel())
        .flatMap(
            found ->
                new ReportTaking(visit, fetches)
                    .take(taken(rawInputId, fetches, found.getT1(), found.getT2())))
        .then(Mono.fromRunnable(() -> visit.progress().fetched(fetches.size(), 0)));
  }

  private ReportTaking.Taken taken(
      Long rawInputId, List<PeriodFetch> fetches, KeptReport kept, long sequence) {
    Set<?> wanted = fetches.stream().map(PeriodFetch::period).collect(Collectors.toSet());
    List<PeriodReport> reports =
        visit
            .platform()
            .readReport(kept.fetch(), kept.request(), visit.access().settings().mapping())
            .stream()
            .filter(report -> wanted.contains(report.period()))
            .toList();
    return new ReportTaking.Taken(
        kept.request().view(),
        sequence,
        fetches.getFirst().fetchedAt(),
        rawInputId,
        kept.fetch(),
        reports);
  }
}
