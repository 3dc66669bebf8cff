package io.outlay.domain.performance;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MetricValue.Missing;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.money.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The asked metrics over one set of facts. Immutable.
 *
 * <p>Each getter answers null where the metric has no number; {@link #missing} tells why.
 */
public final class PerformanceMetrics {

  private final Map<Metric, MetricValue> values;
  private final String currencyCode;

  private PerformanceMetrics(Map<Metric, MetricValue> values, String currencyCode) {
    this.values = values;
    this.currencyCode = currencyCode;
  }

  /**
   * Metrics from sums.
   *
   * @param sums the sums that the metrics need; one that is not there counts as not reported
   * @param currencyCode currency of all amounts
   */
  public static PerformanceMetrics of(
      Set<Metric> metrics, Map<Part, MetricValue> sums, String currencyCode) {
    Map<Metric, MetricValue> values = new EnumMap<>(Metric.class);
    MetricValue none = MetricValue.missing(MissingReason.NOT_REPORTED);
    for (Metric metric : metrics) {
      values.put(metric, metric.evaluate(part -> sums.getOrDefault(part, none)));
    }
    return new PerformanceMetrics(values, currencyCode);
  }

  /** Currency of all amounts. */
  public String currencyCode() {
    return currencyCode;
  }

  /**
   * The metric's number or the reason why there is none.
   *
   * @throws IllegalArgumentException when the metric was not asked for
   */
  public MetricValue value(Metric metric) {
    MetricValue value = values.get(metric);
    if (value == null) {
      throw new IllegalArgumentException(metric.fieldName() + " was not asked for");
    }
    return value;
  }

  /** The bare number, in the metric's unit. */
  public @Nullable BigDecimal number(Metric metric) {
    return value(metric) instanceof Known(BigDecimal number) ? number : null;
  }

  /** A metric of unit COUNT. */
  public @Nullable Long count(Metric metric) {
    BigDecimal number = number(metric);
    return number == null ? null : (Long) number.longValueExact();
  }

  /** A metric of unit MONEY. */
  public @Nullable Money money(Metric metric) {
    BigDecimal number = number(metric);
    return number == null ? null : new Money(number, currencyCode);
  }

  /** A metric of unit FRACTION, as the nearest double. */
  public @Nullable Double fraction(Metric metric) {
    BigDecimal number = number(metric);
    return number == null ? null : (Double) number.doubleValue();
  }

  /** Asked metrics without a number, and why. */
  public Map<Metric, MissingReason> missing() {
    Map<Metric, MissingReason> missing = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, value) -> {
          if (value instanceof Missing(MissingReason reason)) {
            missing.put(metric, reason);
          }
        });
    return missing;
  }

  /** The asked metrics. */
  public Set<Metric> metrics() {
    return Set.copyOf(values.keySet());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PerformanceMetrics that
        && values.equals(that.values)
        && currencyCode.equals(that.currencyCode);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + currencyCode.hashCode();
  }

  @Override
  public String toString() {
    return values + " in " + currencyCode;
  }
}
