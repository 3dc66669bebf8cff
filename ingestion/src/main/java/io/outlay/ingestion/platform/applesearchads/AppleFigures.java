package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Figures;
import io.outlay.ingestion.platform.reading.KindSums;
import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Apple's metrics. A piece without any is a day on which nothing happened. */
final class AppleFigures {

  private AppleFigures() {}

  static MetricValues of(JsonNode metrics, ActionMapping mapping, String currencyCode) {
    Function<String, BigDecimal> counts = name -> count(metrics, name);
    KindSums kinds = KindSums.of(mapping, counts);
    Figures figures =
        new Figures()
            .put(BaseMetric.IMPRESSIONS, counts.apply("impressions"))
            .put(BaseMetric.CLICKS, counts.apply("taps"))
            .put(BaseMetric.SPEND, AppleMoney.amount(metrics.path("localSpend"), currencyCode))
            .put(BaseMetric.CONVERSIONS, kinds.goal())
            .put(
                BaseMetric.CONVERSIONS_ALL,
                counts.apply("totalInstalls").add(counts.apply("totalPreOrdersPlaced")))
            .put(
                BaseMetric.VIEW_THROUGH_CONVERSIONS,
                counts.apply(
                    mapping.goal() == ConversionKind.PRE_REGISTRATION
                        ? "viewPreOrdersPlaced"
                        : "viewInstalls"));
    kinds.putInto(figures);
    return figures.values();
  }

  /** Apple's schema and its examples spell one of the counts differently. */
  private static BigDecimal count(JsonNode metrics, String name) {
    BigDecimal count = Fields.number(metrics, name);
    return count == null
        ? Fields.numberOrZero(metrics, name.replace("Redownloads", "ReDownloads"))
        : count;
  }
}
