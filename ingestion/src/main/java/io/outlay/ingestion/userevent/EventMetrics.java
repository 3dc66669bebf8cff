package io.outlay.ingestion.userevent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.userevent.Recorded;

/** What the sink of events tells about itself; its labels are closed sets. */
final class EventMetrics {

  private final MeterRegistry registry;
  private final Counter retries;

  EventMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.retries = registry.counter("outlay.user.events.retries");
  }

  void recorded(Recorded recorded) {
    count("accepted", recorded.accepted());
    count("repeated", recorded.repeated().size());
    count("expired", recorded.expired().size());
    count("erased", recorded.erased().size());
  }

  void retried() {
    retries.increment();
  }

  void buried(DeadLetterCause cause) {
    registry.counter("outlay.user.events.dead", "cause", cause.name()).increment();
  }

  private void count(String outcome, int events) {
    registry.counter("outlay.user.events.applied", "outcome", outcome).increment(events);
  }
}
