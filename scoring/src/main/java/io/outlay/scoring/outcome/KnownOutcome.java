package io.outlay.scoring.outcome;

/** What became of a sample, as far as it is known. */
public enum KnownOutcome {
  HAPPENED,
  DID_NOT_HAPPEN,
  /** Too early to tell: neither yes nor no, and never counted as no. */
  UNRIPE,
  /** The question did not apply to the user at that time. */
  NOT_ASKED
}
