package io.outlay.domain.risk;

/** What became of a prediction, once it is known for good. */
public enum PredictionOutcome {
  HAPPENED,
  DID_NOT_HAPPEN,
  /** The question did not apply to the user at that time. */
  NOT_ASKED
}
