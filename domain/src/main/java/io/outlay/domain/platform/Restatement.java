package io.outlay.domain.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;

/** How far figures moved between two reads. */
public final class Restatement {

  /** A difference from which on a day has not settled: 0.5 %. */
  public static final double UNSETTLED = 0.005;

  private Restatement() {}

  /**
   * The largest relative difference of any metric, 0 for none. Something from nothing, and a metric
   * that is reported only once, count as 1.
   */
  public static double between(MetricValues before, MetricValues after) {
    double largest = 0;
    for (BaseMetric metric : BaseMetric.values()) {
      largest = Math.max(largest, between(metric, before, after));
    }
    return largest;
  }

  private static double between(BaseMetric metric, MetricValues before, MetricValues after) {
    if (before.isReported(metric) != after.isReported(metric)) {
      return 1;
    }
    double from = before.orZero(metric);
    double to = after.orZero(metric);
    double larger = Math.max(Math.abs(from), Math.abs(to));
    return larger == 0 ? 0 : Math.abs(to - from) / larger;
  }
}
