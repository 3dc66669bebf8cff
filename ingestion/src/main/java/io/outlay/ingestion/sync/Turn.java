package io.outlay.ingestion.sync;

import java.time.Duration;

/**
 * How long a run may go on while other accounts wait. It is looked at between two questions, so
 * that every turn brings the work further by at least one.
 */
final class Turn {

  private final long began = System.nanoTime();
  private final Duration length;

  /** Begins now. */
  Turn(Duration length) {
    this.length = length;
  }

  boolean isOver() {
    return System.nanoTime() - began >= length.toNanos();
  }
}
