package io.outlay.scoring.feature;

/** What a feature's number is a number of. */
public enum FeatureUnit {
  DAYS,
  /** Events, sessions, purchases: whole times. */
  TIMES,
  MINUTES,
  /** Major units of the organization's reporting currency. */
  MONEY,
  /** Other users. */
  USERS,
  /** From 0 to 1, or a ratio. */
  SHARE,
  LEVEL,
  /** 1 for yes, 0 for no. */
  FLAG,
  /** As told by whoever computed it. */
  NUMBER
}
