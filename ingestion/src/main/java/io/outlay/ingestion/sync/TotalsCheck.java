package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.Reconciliation;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodTotal;
import io.outlay.ingestion.platform.ReportCapability;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Once a week compares the platform's totals of days that are no longer read daily with those they
 * were fetched with, and reopens the days that moved.
 */
final class TotalsCheck {

  private static final Duration EVERY = Duration.ofDays(7);
  private static final int REACH_DAYS = 92;
  private static final int DAYS_AT_ONCE = 31;

  private final Visit visit;
  private final PlatformConnection connection;

  TotalsCheck(Visit visit, PlatformConnection connection) {
    this.visit = visit;
    this.connection = connection;
  }

  /** Completes when it is done, or was not due. */
  Mono<Void> run() {
    Instant now = visit.tools().clock().instant();
    Instant last = visit.access().totalsCheckedAt();
    if (visit.request().days() != null || (last != null && last.isAfter(now.minus(EVERY)))) {
      return Mono.empty();
    }
    // A newly connected account has just been read whole.
    Mono<Void> check = last == null ? Mono.empty() : check();
    return check.then(visit.tools().accesses().totalsChecked(visit.access(), now));
  }

  private Mono<Void> check() {
    return visit
        .tools()
        .fetches()
        .all(visit.organization(), visit.access().adAccountId())
        .filter(this::isClosed)
        .collectMap(fetch -> fetch.period().lastDay())
        .flatMapMany(closed -> Flux.fromIterable(requests(closed)).map(r -> Map.entry(r, closed)))
        .concatMap(one -> compare(one.getKey(), one.getValue()), 1)
        .then();
  }

  private boolean isClosed(PeriodFetch fetch) {
    LocalDate day = fetch.period().lastDay();
    LocalDate today = visit.today();
    return fetch.view() == View.DELIVERY
        && fetch.fetched() != null
        && day.equals(fetch.period().firstDay())
        && day.isBefore(today.minusDays(visit.access().settings().lookBackDays()))
        && !day.isBefore(oldest(today));
  }

  private LocalDate oldest(LocalDate today) {
    LocalDate reach = today.minusDays(REACH_DAYS);
    return visit.platform().capabilities().reports().stream()
        .filter(report -> report.view() == View.DELIVERY && report.length() == PeriodLength.DAY)
        .filter(report -> report.apiVersions().contains(visit.access().settings().apiVersion()))
        .findFirst()
        .map(ReportCapability::oldest)
        .map(today::minus)
        .filter(given -> given.isAfter(reach))
        .orElse(reach);
  }

  private static List<ReportRequest> requests(Map<LocalDate, PeriodFetch> closed) {
    List<ReportRequest> requests = new ArrayList<>();
    List<LocalDate> days = closed.keySet().stream().sorted().toList();
    for (int from = 0; from < days.size(); ) {
      int to = from + 1;
      while (to < days.size()
          && to - from < DAYS_AT_ONCE
          && days.get(to).equals(days.get(to - 1).plusDays(1))) {
        to++;
      }
      requests.add(
          new ReportRequest(
              View.DELIVERY, new DateRange(days.get(from), days.get(to - 1)), PeriodLength.DAY));
      from = to;
    }
    return requests;
  }

  private Mono<Void> compare(ReportRequest request, Map<LocalDate, PeriodFetch> closed) {
    return visit
        .platform()
        .fetchTotals(connection, request)
        .publishOn(Schedulers.parallel())
        .map(
            fetched ->
                visit.platform().readTotals(fetched, request, visit.access().settings().mapping()))
        .map(totals -> moved(totals, closed))
        .filter(moved -> !moved.isEmpty())
        .flatMap(
            moved ->
                visit
                    .tools()
                    .fetches()
                    .reopened(
                        visit.organization(),
                        visit.access().adAccountId(),
                        moved,
                        visit.tools().clock().instant()));
  }

  private static List<LocalDate> moved(
      List<PeriodTotal> totals, Map<LocalDate, PeriodFetch> closed) {
    Map<LocalDate, Fetched> known = new HashMap<>();
    closed.forEach(
        (day, fetch) -> {
          @Nullable Fetched fetched = fetch.fetched();
          if (fetched != null) {
            known.put(day, fetched);
          }
        });
    return totals.stream()
        .filter(
            total -> {
              Fetched fetched = known.get(total.period().lastDay());
              return fetched != null
                  && !Reconciliation.of(
                          total.period().lastDay(),
                          0,
                          fetched.at(),
                          total.metrics(),
                          fetched.totals())
                      .isBalanced();
            })
        .map(total -> total.period().lastDay())
        .toList();
  }
}
