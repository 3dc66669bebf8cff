package io.outlay.ingestion.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.Replaced;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What the sink tells about itself; its labels are closed sets. */
final class SinkMetrics {

  private final Counter changed;
  private final Counter unchanged;
  private final Counter retries;
  private final Timer applied;
  private final Map<DeadLetterCause, Counter> dead = new EnumMap<>(DeadLetterCause.class);

  SinkMetrics(MeterRegistry registry) {
    this.changed = registry.counter("outlay.slices.applied", "outcome", "changed");
    this.unchanged = registry.counter("outlay.slices.applied", "outcome", "unchanged");
    this.retries = registry.counter("outlay.slices.retries");
    this.applied = registry.timer("outlay.slices.transaction");
    for (DeadLetterCause cause : DeadLetterCause.values()) {
      dead.put(cause, registry.counter("outlay.slices.dead", "cause", cause.name()));
    }
  }

  void applied(Replaced replaced, Duration took) {
    changed.increment(replaced.changed());
    unchanged.increment(replaced.unchanged());
    applied.record(took);
  }

  void retried() {
    retries.increment();
  }

  void buried(DeadLetterCause cause) {
    Counter counter = dead.get(cause);
    if (counter != null) {
      counter.increment();
    }
  }
}
