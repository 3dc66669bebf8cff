package io.outlay.api.whole;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes as the real one does, from another moment on, and can be set ahead. */
final class MovableClock extends Clock {

  private final AtomicReference<Duration> ahead;
  private final ZoneId zone;

  private MovableClock(AtomicReference<Duration> ahead, ZoneId zone) {
    this.ahead = ahead;
    this.zone = zone;
  }

  static MovableClock startingAt(Instant moment) {
    return new MovableClock(
        new AtomicReference<>(Duration.between(Instant.now(), moment)), ZoneOffset.UTC);
  }

  void advance(Duration step) {
    ahead.updateAndGet(step::plus);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(ahead, other);
  }
}
