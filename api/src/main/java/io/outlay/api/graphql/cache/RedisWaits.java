package io.outlay.api.graphql.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How long requests have waited for Redis, as {@code outlay.cache.redis}. */
final class RedisWaits {

  private final Timer answered;
  private final Timer inVain;

  RedisWaits(MeterRegistry meters) {
    this.answered = timer(meters, "answered");
    this.inVain = timer(meters, "in_vain");
  }

  private static Timer timer(MeterRegistry meters, String outcome) {
    return Timer.builder("outlay.cache.redis")
        .description("Time a request has waited for Redis")
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Redis had the answer or said that it has none. */
  void answered(long beganNanos) {
    answered.record(System.nanoTime() - beganNanos, TimeUnit.NANOSECONDS);
  }

  /** Redis failed, or was given up. */
  void inVain(long beganNanos) {
    inVain.record(System.nanoTime() - beganNanos, TimeUnit.NANOSECONDS);
  }
}
