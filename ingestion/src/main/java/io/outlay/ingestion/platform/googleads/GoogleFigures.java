package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Figures;
import io.outlay.ingestion.platform.reading.KindSums;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is summed up for one key of a report: its figures, and its conversions by kind. */
final class GoogleFigures {

  private static final int MICRO_DIGITS = 6;
  private static final String CONVERSIONS = "conversions";
  private static final String VALUE = "conversionsValue";

  private final ActionMapping mapping;
  private final Map<ConversionKind, BigDecimal> counts = new EnumMap<>(ConversionKind.class);
  private final Set<String> seen = new HashSet<>();
  private BigDecimal goalValue = BigDecimal.ZERO;
  private final Map<String, BigDecimal> sums = new HashMap<>();

  GoogleFigures(ActionMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * Adds a row.
   *
   * @param distinction what tells it from other rows of this key, such as the type of a location
   */
  void add(JsonNode row, String distinction) {
    once(distinction);
    JsonNode metrics = row.path("metrics");
    for (var metric : metrics.properties()) {
      sum(metric.getKey(), Fields.numberOrZero(metrics, metric.getKey()));
    }
  }

  /** Adds the conversions of one action. */
  void addAction(JsonNode row, String distinction) {
    JsonNode segments = row.path("segments");
    String name = Fields.text(segments, "conversionActionName");
    String id = Fields.text(segments, "conversionAction");
    once("action " + (id == null ? name : id) + " " + distinction);
    ConversionKind kind =
        GoogleMapping.kind(mapping, name, Fields.text(segments, "conversionActionCategory"));
    if (kind == null) {
      return;
    }
    JsonNode metrics = row.path("metrics");
    counts.merge(kind, Fields.numberOrZero(metrics, CONVERSIONS), BigDecimal::add);
    if (kind == mapping.goal()) {
      goalValue = goalValue.add(Fields.numberOrZero(metrics, VALUE));
    }
  }

  MetricValues values() {
    Figures figures =
        new Figures()
            .put(BaseMetric.IMPRESSIONS, sums.get("impressions"))
            .put(BaseMetric.CLICKS, sums.get("clicks"))
            .put(
                BaseMetric.SPEND,
                sums.getOrDefault("costMicros", BigDecimal.ZERO).movePointLeft(MICRO_DIGITS))
            .put(BaseMetric.CONVERSIONS_ALL, sums.get("allConversions"))
            .put(BaseMetric.VIEW_THROUGH_CONVERSIONS, sums.get("viewThroughConversions"))
            .put(BaseMetric.VIDEO_VIEWS, sums.get("videoTrueviewViews"));
    goal(figures);
    for (ConversionKind kind : Set.copyOf(mapping.kinds().values())) {
      BaseMetric metric = KindSums.metric(kind);
      if (metric != null) {
        figures.put(metric, counts.get(kind));
      }
    }
    return figures.values();
  }

  /** Without an action of the goal's kind it is what Google itself counts as conversions. */
  private void goal(Figures figures) {
    boolean isMapped = mapping.kinds().containsValue(mapping.goal());
    figures
        .put(BaseMetric.CONVERSIONS, isMapped ? counts.get(mapping.goal()) : sums.get(CONVERSIONS))
        .put(BaseMetric.CONVERSION_VALUE, isMapped ? goalValue : sums.get(VALUE));
  }

  private void sum(String metric, BigDecimal number) {
    sums.merge(metric, number, BigDecimal::add);
  }

  private void once(String distinction) {
    if (!seen.add(distinction)) {
      throw Fields.unreadable("a row", distinction, "each row once: a batch was repeated");
    }
  }
}
