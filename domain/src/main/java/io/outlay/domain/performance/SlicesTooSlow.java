package io.outlay.domain.performance;

/**
 * The database ended a statement over the slices because it ran longer than it may. Fewer slices at
 * once, or the same at another hour, may well be applied.
 */
public final class SlicesTooSlow extends RuntimeException {

  /** With the database's own words as the cause. */
  public SlicesTooSlow(Throwable cause) {
    super("The slice could not be applied within the time that one statement may take.", cause);
  }
}
