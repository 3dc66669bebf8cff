package io.outlay.domain.performance;

/**
 * The log was not read from where the database says it stands: another process reads it now, or the
 * database was restored. Read again from the stored position.
 */
public final class StalePosition extends RuntimeException {

  /** Tells which step did not fit. */
  public StalePosition(LogPosition step) {
    super("not the stored position: " + step);
  }
}
