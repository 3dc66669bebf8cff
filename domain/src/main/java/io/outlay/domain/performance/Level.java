package io.outlay.domain.performance;

/**
 * Finest level a slice is broken down to. A slice has one level, so that nothing is counted on two.
 */
public enum Level {
  ACCOUNT,
  CAMPAIGN,
  AD_GROUP,
  AD
}
