package io.outlay.transport;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;

/** Waits for what comes about by itself, at most ten seconds. */
final class Eventually {

  private Eventually() {}

  static void holds(BooleanSupplier condition) {
    Flux.interval(Duration.ofMillis(20))
        .onBackpressureDrop()
        .takeUntil(tick -> condition.getAsBoolean())
        .blockLast(Duration.ofSeconds(10));
  }
}
