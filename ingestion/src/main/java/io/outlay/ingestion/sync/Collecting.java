package io.outlay.ingestion.sync;

import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PeriodFetches.OwnedPeriod;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.reading.Periods;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fetches what is due of one account, one question after the other. After each one its records are
 * read and the plan is made anew, so that they alone tell where to go on.
 */
final class Collecting {

  private final Visit visit;
  private final PlatformConnection connection;
  private final AtomicInteger daysAtOnce;
  private final KnownFetches known;

  Collecting(Visit visit, PlatformConnection connection) {
    this.visit = visit;
    this.connection = connection;
    this.daysAtOnce = new AtomicInteger(visit.settings().daysAtOnce());
    this.known = new KnownFetches(visit);
  }

  /** Whether nothing is due any more; false when the turn is over after one question or more. */
  Mono<Boolean> run() {
    return known
        .read()
        .then(step())
        .expand(isComplete -> isComplete || visit.turn().isOver() ? Mono.empty() : step())
        .last();
  }

  /** Fetches the most urgent stretch; whether there was none. */
  private Mono<Boolean> step() {
    return visit
        .tools()
        .fetches()
        .ownedByImports(visit.organization(), visit.access().adAccountId())
        .collectList()
        .flatMap(this::next);
  }

  private Mono<Boolean> next(List<OwnedPeriod> owned) {
    List<PeriodFetch> before = known.records();
    List<PlannedFetch> plan = SyncPlan.of(situation(before, owned), daysAtOnce.get());
    visit.progress().planned(days(plan));
    return plan.isEmpty()
        ? Mono.just(true)
        : fetch(plan.getFirst(), before)
            .then(known.readAgain(plan.getFirst().request()))
            .thenReturn(false);
  }

  private SyncSituation situation(List<PeriodFetch> fetches, List<OwnedPeriod> owned) {
    return new SyncSituation(
        visit.platform().capabilities(),
        visit.access().settings(),
        visit.access().zone(),
        visit.tools().clock().instant(),
        visit.jobId(),
        visit.request().askedAt(),
        visit.request().days(),
        fetches,
        owned);
  }

  private Mono<Void> fetch(PlannedFetch planned, List<PeriodFetch> before) {
    SyncTools tools = visit.tools();
    ReportRequest request = planned.request();
    return tools
        .queue()
        .extend(visit.lease(), visit.settings().lease(), visit.progress().latest())
        .then(tools.sequence().next())
        .flatMap(
            sequence -> {
              Instant at = tools.clock().instant();
              return visit
                  .platform()
                  .fetchReport(connection, request)
                  .flatMap(fetch -> take(request, sequence, at, fetch, before));
            })
        .onErrorResume(
            PlatformFailure.TooMuchData.class,
            failure -> planned.periods() > 1 ? askForLess(planned) : Mono.error(failure))
        .onErrorResume(
            PlatformFailure.class,
            failure -> noteFailure(planned, failure).then(Mono.error(failure)));
  }

  private Mono<Void> take(
      ReportRequest request, long sequence, Instant at, RawFetch fetch, List<PeriodFetch> before) {
    return Mono.fromCallable(() -> read(fetch, request))
        .subscribeOn(Schedulers.parallel())
        .flatMap(
            reports ->
                visit
                    .tools()
                    .kept()
                    .keep(connection, request, fetch)
                    .flatMap(
                        raw ->
                            new ReportTaking(visit, before)
                                .take(
                                    new ReportTaking.Taken(
                                        request.view(), sequence, at, raw, fetch, reports))))
        .then(
            Mono.fromRunnable(
                () -> visit.progress().fetched(request.days().days(), fetch.requests())));
  }

  private List<PeriodReport> read(RawFetch fetch, ReportRequest request) {
    return visit.platform().readReport(fetch, request, visit.access().settings().mapping());
  }

  private Mono<Void> askForLess(PlannedFetch planned) {
    return Mono.fromRunnable(
        () -> daysAtOnce.set(Math.max(1, planned.request().days().days() / 2)));
  }

  private Mono<Void> noteFailure(PlannedFetch planned, PlatformFailure failure) {
    return visit
        .tools()
        .fetches()
        .failed(
            visit.organization(),
            visit.access().adAccountId(),
            visit.jobId(),
            planned.request().view(),
            visit.access().settings().apiVersion(),
            Periods.of(planned.request()),
            new FetchFailure(
                visit.tools().clock().instant(),
                FailureWords.code(failure),
                FailureWords.message(failure)));
  }

  private static long days(List<PlannedFetch> plan) {
    return plan.stream().mapToLong(fetch -> fetch.request().days().days()).sum();
  }
}
