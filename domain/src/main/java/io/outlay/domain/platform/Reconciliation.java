package io.outlay.domain.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A closed day's figures set beside the platform's own total of the account, both of one fetch, in
 * the account's currency.
 *
 * @param sequence of the fetch
 * @param platform the platform's totals
 * @param stored what Outlay's rows add up to
 * @param differing metrics whose difference is beyond the tolerance
 */
public record Reconciliation(
    LocalDate day,
    long sequence,
    Instant checkedAt,
    MetricValues platform,
    MetricValues stored,
    Set<BaseMetric> differing) {

  /** All but spend may differ by so much, relative to the larger: 0.1 %. */
  public static final double TOLERANCE = 0.001;

  /** Copies the metrics. */
  public Reconciliation {
    differing = Set.copyOf(differing);
  }

  /** Compares metric by metric; those the platform has no total of are left out. */
  public static Reconciliation of(
      LocalDate day, long sequence, Instant at, MetricValues platform, MetricValues stored) {
    EnumSet<BaseMetric> differing = EnumSet.noneOf(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      if (platform.isReported(metric)
          && differs(metric, platform.orZero(metric), stored.orZero(metric))) {
        differing.add(metric);
      }
    }
    return new Reconciliation(day, sequence, at, platform, stored, differing);
  }

  /** Whether all differences are within the tolerance. */
  public boolean isBalanced() {
    return differing.isEmpty();
  }

  private static boolean differs(BaseMetric metric, long platform, long stored) {
    if (metric == BaseMetric.SPEND) {
      return platform != stored;
    }
    double larger = Math.max(Math.abs((double) platform), Math.abs((double) stored));
    return Math.abs((double) platform - stored) > TOLERANCE * larger;
  }
}
