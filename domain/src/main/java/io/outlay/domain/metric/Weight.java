package io.outlay.domain.metric;

/** Factor a row's number is multiplied with before it is summed. */
public enum Weight {
  /** As reported. */
  NONE,
  /** What a unit of spend really costs on the account's day, by the assumptions. */
  COST_FACTOR,
  /** Share of a unit of value the company keeps on the account's day, by the assumptions. */
  KEPT_SHARE
}
