package io.outlay.ingestion.sync;

import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.ingestion.platform.ReportRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is recorded of one account: read whole when a run begins, and then where the run has added
 * to it. An account of years has thousands of records, and a plan is made after each question. Used
 * by one step at a time.
 */
final class KnownFetches {

  private final Visit visit;
  private final Map<Key, PeriodFetch> records = new HashMap<>();

  private record Key(View view, Period period) {}

  KnownFetches(Visit visit) {
    this.visit = visit;
  }

  /** Reads everything. */
  Mono<Void> read() {
    return Mono.fromRunnable(records::clear).thenMany(all()).doOnNext(this::put).then();
  }

  /** Reads what was recorded of a question. */
  Mono<Void> readAgain(ReportRequest request) {
    return visit
        .tools()
        .fetches()
        .ending(visit.organization(), visit.access().adAccountId(), request.view(), request.days())
        .doOnNext(this::put)
        .then();
  }

  List<PeriodFetch> records() {
    return List.copyOf(records.values());
  }

  private Flux<PeriodFetch> all() {
    return visit.tools().fetches().all(visit.organization(), visit.access().adAccountId());
  }

  private void put(PeriodFetch fetch) {
    records.put(new Key(fetch.view(), fetch.period()), fetch);
  }
}
