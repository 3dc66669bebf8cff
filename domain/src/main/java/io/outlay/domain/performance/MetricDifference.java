package io.outlay.domain.performance;

import io.outlay.domain.metric.BaseMetric;

/**
 * A metric whose stored sum is not what the platform itself tells, in the account's currency; money
 * and decimals in millionths.
 *
 * @param platform the platform's own total
 * @param stored what the stored rows add up to
 */
public record MetricDifference(BaseMetric metric, long platform, long stored) {

  /** The two with those of another day. */
  public MetricDifference plus(MetricDifference other) {
    return new MetricDifference(
        metric, Math.addExact(platform, other.platform), Math.addExact(stored, other.stored));
  }
}
