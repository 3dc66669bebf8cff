package io.outlay.domain.performance;

import io.outlay.domain.metric.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of figures is set beside.
 *
 * @param period days of the figures it is set beside; null where they have no period of their own
 * @param metrics the figures then
 * @param change from then to now, one for each asked metric
 */
public record ComparedMetrics(
    @Nullable DateRange period, PerformanceMetrics metrics, List<MetricChange> change) {

  /** Copies the changes. */
  public ComparedMetrics {
    change = List.copyOf(change);
  }

  /** The figures then and how they changed until now. */
  public static ComparedMetrics between(
      @Nullable DateRange period, PerformanceMetrics then, PerformanceMetrics now) {
    List<MetricChange> changes =
        now.metrics().stream()
            .sorted()
            .map((Metric metric) -> MetricChange.between(metric, then, now))
            .toList();
    return new ComparedMetrics(period, then, changes);
  }
}
