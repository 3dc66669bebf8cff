package io.outlay.domain.performance.postgres;

/** What is to be done with a staged slice. */
enum Verdict {
  /** Nothing is stored under its key: all rows are new. */
  NEW,
  /** Newer than the stored one and perhaps different: compare rows. */
  CHANGED,
  /** Newer and equal: only its sequence and the time of its fetch move. */
  SAME,
  /** Not newer than what is stored: nothing at all. */
  OLDER
}
