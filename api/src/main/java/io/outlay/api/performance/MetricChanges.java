package io.outlay.api.performance;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.money.Money;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.MetricChange;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes by metric, in the units of the schema. */
final class MetricChanges {

  private final Map<Metric, MetricChange> changes = new EnumMap<>(Metric.class);
  private final String currencyCode;

  private MetricChanges(ComparedMetrics compared) {
    this.currencyCode = compared.metrics().currencyCode();
    compared.change().forEach(change -> changes.put(change.metric(), change));
  }

  static MetricChanges of(ComparedMetrics compared) {
    return new MetricChanges(compared);
  }

  /** The change of a metric; null where it was not known on either side. */
  @Nullable Change of(Metric metric) {
    MetricChange change = changes.get(metric);
    if (change == null || change.absolute() == null) {
      return null;
    }
    return new Change(absolute(metric, change.absolute()), change.relative());
  }

  private Object absolute(Metric metric, BigDecimal difference) {
    return switch (metric.unit()) {
      case COUNT -> difference.longValueExact();
      case DECIMAL -> difference;
      case MONEY -> new Money(difference, currencyCode);
      case FRACTION -> difference.doubleValue();
    };
  }

  /**
   * One change.
   *
   * @param absolute in the metric's unit
   * @param relative as a fraction; null where what it is compared with was not above zero
   */
  record Change(Object absolute, @Nullable Double relative) {}
}
