package io.outlay.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Eventually {
  private static final Duration POLL = Duration.ofMillis(25);

  private Eventually() {}

  /** Fails when the condition does not hold within the limit. */
  static void within(Duration limit, String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Fails when one of the processes still lives after the limit. */
  static void allEnded(Duration limit, Iterable<Long> pids) {
    for (long pid : pids) {
      within(
          limit,
          "end of process " + pid,
          () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
  }
}
