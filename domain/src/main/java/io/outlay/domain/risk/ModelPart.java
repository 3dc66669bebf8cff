package io.outlay.domain.risk;

/** Which of a model's files. */
public enum ModelPart {
  /** Boosted trees for a probability. */
  MODEL,
  /** Boosted trees for a time, beside a churn model. */
  SURVIVAL,
  /** An isolation forest, beside a fraud model. */
  ANOMALY
}
