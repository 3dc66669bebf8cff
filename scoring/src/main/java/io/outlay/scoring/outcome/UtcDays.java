package io.outlay.scoring.outcome;

import java.time.Duration;
import java.time.Instant;

/** Whole UTC days since 1970. */
final class UtcDays {

  static final long DAY_SECONDS = 86_400;

  private UtcDays() {}

  static int of(Instant at) {
    return (int) Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
  }

  static Instant plus(Instant at, int days) {
    return at.plus(Duration.ofDays(days));
  }

  /** Microseconds since 1970, as exact as PostgreSQL keeps times. */
  static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
