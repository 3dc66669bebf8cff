package io.outlay.domain.performance;

import io.outlay.domain.metric.BaseMetric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row's base metrics: a whole number for each reported one (money and decimals in millionths),
 * and none for the others. Immutable.
 */
public final class MetricValues {

  private final long[] values;
  private final int reported;

  private MetricValues(long[] values, int reported) {
    this.values = values;
    this.reported = reported;
  }

  /** Values of the reported metrics. */
  public static MetricValues of(Map<BaseMetric, Long> reportedValues) {
    long[] values = new long[BaseMetric.values().length];
    int reported = 0;
    for (Map.Entry<BaseMetric, Long> entry : reportedValues.entrySet()) {
      values[entry.getKey().ordinal()] = entry.getValue();
      reported |= entry.getKey().bit();
    }
    return new MetricValues(values, reported);
  }

  /** The metric's number; null where it is not reported. */
  public @Nullable Long get(BaseMetric metric) {
    return isReported(metric) ? (Long) values[metric.ordinal()] : null;
  }

  /** The metric's number, 0 where it is not reported; cheaper than {@link #get}. */
  public long orZero(BaseMetric metric) {
    return values[metric.ordinal()];
  }

  /** Whether the source reports the metric. */
  public boolean isReported(BaseMetric metric) {
    return (reported & metric.bit()) != 0;
  }

  /** Pattern of reported metrics, a bit each. */
  public int reported() {
    return reported;
  }

  /**
   * Sum of two rows of one key: a metric is reported when either reports it.
   *
   * @throws ArithmeticException when a sum leaves the range of a long
   */
  public MetricValues plus(MetricValues other) {
    long[] sums = new long[values.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(values[i], other.values[i]);
    }
    return new MetricValues(sums, reported | other.reported);
  }

  /** Reported metrics and their numbers. */
  public Map<BaseMetric, Long> toMap() {
    Map<BaseMetric, Long> map = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      if (isReported(metric)) {
        map.put(metric, values[metric.ordinal()]);
      }
    }
    return map;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricValues that
        && reported == that.reported
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + reported;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
