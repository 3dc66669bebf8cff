package io.outlay.domain.performance;

import io.outlay.domain.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How a metric changed between what it is set beside and now.
 *
 * @param absolute now minus then, in the metric's unit; null where either has no number
 * @param relative that as a share of then, 0.1 for 10 % more; null where either has no number or
 *     then was not above 0
 */
public record MetricChange(
    Metric metric, @Nullable BigDecimal absolute, @Nullable Double relative) {

  /** The change from one set to another. */
  public static MetricChange between(
      Metric metric, PerformanceMetrics then, PerformanceMetrics now) {
    BigDecimal before = then.number(metric);
    BigDecimal after = now.number(metric);
    if (before == null || after == null) {
      return new MetricChange(metric, null, null);
    }
    BigDecimal absolute = after.subtract(before);
    return new MetricChange(metric, absolute, relative(absolute, before));
  }

  private static @Nullable Double relative(BigDecimal absolute, BigDecimal before) {
    return before.signum() > 0
        ? (Double) absolute.divide(before, MathContext.DECIMAL128).doubleValue()
        : null;
  }
}
