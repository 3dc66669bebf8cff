package io.outlay.ingestion.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock moved by hand, or one that follows another at a distance. Safe for use by many threads.
 */
public final class SimulatorClock implements InstantSource {

  private InstantSource source;
  private Duration ahead = Duration.ZERO;

  private SimulatorClock(InstantSource source) {
    this.source = source;
  }

  /** A clock that stands still at {@code instant} until it is moved. */
  public static SimulatorClock standingAt(Instant instant) {
    return new SimulatorClock(InstantSource.fixed(instant));
  }

  /** A clock that goes as {@code source} does. */
  public static SimulatorClock following(InstantSource source) {
    return new SimulatorClock(source);
  }

  @Override
  public synchronized Instant instant() {
    return source.instant().plus(ahead);
  }

  /** Stops the clock at {@code instant}. */
  public synchronized void moveTo(Instant instant) {
    source = InstantSource.fixed(instant);
    ahead = Duration.ZERO;
  }

  /** Sets the clock ahead, or back where {@code step} is negative; it keeps going if it went. */
  public synchronized void advance(Duration step) {
    ahead = ahead.plus(step);
  }
}
