package io.outlay.ingestion.platform.reading;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.money.Micros;
import io.outlay.domain.performance.MetricValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects a row's figures as they are stored: counts whole, the rest in millionths. */
public final class Figures {

  private final Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);

  /**
   * Puts a number of major units or of things; null stands for zero, for the metric is reported.
   */
  public Figures put(BaseMetric metric, @Nullable BigDecimal number) {
    values.put(metric, number == null ? 0L : stored(metric, number));
    return this;
  }

  /** The figures put so far. */
  public MetricValues values() {
    return MetricValues.of(values);
  }

  private static long stored(BaseMetric metric, BigDecimal number) {
    try {
      return switch (metric.storage()) {
        case COUNT -> number.setScale(0, RoundingMode.HALF_UP).longValueExact();
        case SHARED_COUNT, DECIMAL, MONEY -> Micros.of(number);
      };
    } catch (ArithmeticException e) {
      throw Fields.unreadable(metric.fieldName(), number, "a number that fits");
    }
  }
}
