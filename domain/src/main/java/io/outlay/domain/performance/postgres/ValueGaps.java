package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import java.math.BigDecimal;
import java.util.Map;

/** Whether some, but not all, of the spend has no reported conversion value. */
final class ValueGaps {

  private static final MetricValue NONE = MetricValue.missing(MissingReason.NOT_REPORTED);

  private ValueGaps() {}

  static boolean in(Map<Part, MetricValue> sums) {
    MetricValue all = sums.getOrDefault(Part.of(BaseMetric.SPEND), NONE);
    MetricValue valued =
        sums.getOrDefault(Part.of(BaseMetric.SPEND, BaseMetric.CONVERSION_VALUE), NONE);
    return all instanceof Known(BigDecimal spend)
        && valued instanceof Known(BigDecimal spendWithValue)
        && spend.compareTo(spendWithValue) != 0;
  }
}
