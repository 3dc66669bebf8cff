package io.outlay.ingestion.sync;

import io.outlay.domain.platform.PeriodFetches.Arrival;
import io.outlay.domain.platform.Reconciliation;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Waits until what was fetched is in the database, and compares it with the platform's totals. */
final class Settling {

  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Visit visit;

  Settling(Visit visit) {
    this.visit = visit;
  }

  /** Ends the job. */
  Mono<Void> run() {
    return stored().flatMap(this::end);
  }

  private Mono<Arrival> stored() {
    return Mono.defer(
            () ->
                visit
                    .tools()
                    .fetches()
                    .arrival(visit.organization(), visit.access().adAccountId(), visit.jobId()))
        .repeatWhen(looks -> looks.concatMap(look -> Mono.delay(BETWEEN_LOOKS), 1))
        .filter(Arrival::isOver)
        .next();
  }

  private Mono<Void> end(Arrival arrival) {
    return arrival.failed() > 0
        ? visit.tools().queue().fail(visit.lease(), "DEAD_LETTERED", told(arrival))
        : compare().then(visit.tools().queue().succeed(visit.lease(), visit.progress().latest()));
  }

  private static String told(Arrival arrival) {
    return arrival.failed()
        + " account days could not be stored and wait as dead letters. The first: "
        + arrival.firstFailure();
  }

  private Mono<Void> compare() {
    return visit
        .tools()
        .reconciliations()
        .compare(
            visit.organization(),
            visit.access().adAccountId(),
            visit.jobId(),
            visit.today(),
            visit.tools().clock().instant())
        .doOnNext(this::tell)
        .then();
  }

  private void tell(List<Reconciliation> compared) {
    String channel = visit.access().account().channel();
    int differing = (int) compared.stream().filter(one -> !one.isBalanced()).count();
    visit
        .tools()
        .registry()
        .counter("outlay.sync.reconciled.days", "channel", channel, "balanced", "true")
        .increment(compared.size() - differing);
    visit
        .tools()
        .registry()
        .counter("outlay.sync.reconciled.days", "channel", channel, "balanced", "false")
        .increment(differing);
    if (differing > 0) {
      LOG.warn(
          "ad account {} of organization {}: {} days differ from the platform's own totals",
          visit.access().adAccountId(),
          visit.organization(),
          differing);
    }
  }
}
