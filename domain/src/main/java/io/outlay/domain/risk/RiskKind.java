package io.outlay.domain.risk;

/** What a model foretells of a user. */
public enum RiskKind {
  /** The user is an abuser. */
  FRAUD,
  /** The user stops to come. */
  CHURN,
  /** A user who never bought buys for the first time. */
  FIRST_PURCHASE
}
