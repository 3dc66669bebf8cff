package io.outlay.api.graphql.cache;

import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How soon a lost connection to Redis is tried again. */
final class Reconnects {

  /** The client's own bound is half a minute, for which Redis would seem away after its return. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private Reconnects() {}

  /** At once, then after pauses that grow to a second. */
  static Delay delay() {
    return Delay.exponential(Duration.ZERO, LONGEST, 2, TimeUnit.MILLISECONDS);
  }
}
