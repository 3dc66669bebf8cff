package io.outlay.ingestion.spendimport;

/** Told from time to time how far a long reading is; may throw to end it. */
@FunctionalInterface
public interface Progress {

  /** Nobody asks. */
  Progress NONE = (done, total) -> {};

  /** Tells that {@code done} of {@code total} units are done. */
  void report(long done, long total);
}
