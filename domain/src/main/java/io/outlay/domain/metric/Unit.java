package io.outlay.domain.metric;

/** What a metric's number is a number of. */
public enum Unit {
  /** Whole things. */
  COUNT,
  /** Things that may come in fractions. */
  DECIMAL,
  /** An amount in the answer's currency. */
  MONEY,
  /** A share or a multiple without a unit: 0.05 is 5 %. */
  FRACTION
}
