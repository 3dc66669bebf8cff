package io.outlay.domain.metric;

/** Why a metric has no number. */
public enum MissingReason {
  /** No row of the set reports it, or none reports both sides of the ratio. */
  NOT_REPORTED,
  /** The divisor is not above zero. */
  ZERO_DENOMINATOR,
  /** An amount of the set has no exchange rate within seven days before its own day. */
  NO_EXCHANGE_RATE,
  /** None of the days has been fetched from the platform, so that nothing is known of them. */
  NOT_FETCHED
}
