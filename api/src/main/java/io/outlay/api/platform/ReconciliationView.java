package io.outlay.api.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.platform.Reconciliation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison with the platform's totals, as a caller sees it. */
record ReconciliationView(
    LocalDate day, Instant checkedAt, boolean isBalanced, List<Metric> metrics) {

  private static final int MICRO_DIGITS = 6;

  /** One metric of it. */
  record Metric(
      String name, BigDecimal platform, @Nullable BigDecimal stored, boolean isBalanced) {}

  static ReconciliationView of(Reconciliation one) {
    return new ReconciliationView(
        one.day(),
        one.checkedAt(),
        one.isBalanced(),
        Arrays.stream(BaseMetric.values())
            .filter(one.platform()::isReported)
            .map(metric -> metric(metric, one))
            .toList());
  }

  private static Metric metric(BaseMetric metric, Reconciliation one) {
    return new Metric(
        metric.fieldName(),
        number(metric, one.platform().orZero(metric)),
        one.stored().isReported(metric) ? number(metric, one.stored().orZero(metric)) : null,
        !one.differing().contains(metric));
  }

  private static BigDecimal number(BaseMetric metric, long stored) {
    return metric.storage() == BaseMetric.Storage.COUNT
        ? BigDecimal.valueOf(stored)
        : BigDecimal.valueOf(stored, MICRO_DIGITS);
  }
}
