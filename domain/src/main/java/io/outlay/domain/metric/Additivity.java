package io.outlay.domain.metric;

/** Whether figures of parts may be added to the figure of the whole. */
public enum Additivity {
  /** Over days, accounts, campaigns and everything below. */
  ADDITIVE,
  /** Never: it is computed anew from the sums it is made of. */
  RATIO
}
