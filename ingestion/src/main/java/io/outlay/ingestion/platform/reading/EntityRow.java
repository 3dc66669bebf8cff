package io.outlay.ingestion.platform.reading;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import java.time.LocalDate;

/**
 * A row of a platform's report.
 *
 * @param begin first day of its period
 */
public record EntityRow(LocalDate begin, EntityKey key, EntityLabels labels, MetricValues metrics) {

  /** The same under another key. */
  public EntityRow as(EntityKey other) {
    return new EntityRow(begin, other, labels, metrics);
  }

  /** Whether it says that something happened. */
  public boolean hasFigures() {
    return hasFigures(metrics);
  }

  static boolean hasFigures(MetricValues metrics) {
    for (BaseMetric metric : BaseMetric.values()) {
      if (metrics.orZero(metric) != 0) {
        return true;
      }
    }
    return false;
  }
}
