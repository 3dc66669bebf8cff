package io.outlay.scoring.train;

/** What a model foretells. */
public enum ModelKind {
  /** The probability of a yes. */
  CLASSIFIER,
  /** The time until an event, where some rows were not watched to their end. */
  SURVIVAL,
  /** How unlike the others a row is, learned without labels. */
  ANOMALY
}
