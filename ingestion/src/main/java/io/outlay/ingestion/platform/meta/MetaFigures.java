package io.outlay.ingestion.platform.meta;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Figures;
import io.outlay.ingestion.platform.reading.KindSums;
import tools.jackson.databind.JsonNode;

/**
 * Figures of a row of insights. Clicks are those on links: only they compare with others' clicks.
 */
final class MetaFigures {

  private static final String ONE_DAY_VIEW = "1d_view";

  private MetaFigures() {}

  /** Everything, credited by each ad set's own setting. */
  static MetricValues delivered(JsonNode row, ActionMapping mapping) {
    MetaActions actions = MetaActions.of(row, "actions");
    Figures figures =
        new Figures()
            .put(BaseMetric.IMPRESSIONS, Fields.number(row, "impressions"))
            .put(BaseMetric.CLICKS, Fields.number(row, "inline_link_clicks"))
            .put(BaseMetric.SPEND, Fields.number(row, "spend"))
            .put(BaseMetric.VIDEO_VIEWS, actions.value("video_view"))
            .put(
                BaseMetric.VIEW_THROUGH_CONVERSIONS,
                KindSums.of(mapping, actions.in(ONE_DAY_VIEW)).goal());
    credited(figures, row, actions, mapping, MetaActions.DEFAULT);
    return figures.values();
  }

  /** Conversions only, credited in one window. */
  static MetricValues inWindow(JsonNode row, ActionMapping mapping, String window) {
    Figures figures = new Figures();
    credited(figures, row, MetaActions.of(row, "actions"), mapping, window);
    return figures.values();
  }

  private static void credited(
      Figures figures, JsonNode row, MetaActions actions, ActionMapping mapping, String window) {
    KindSums counts = KindSums.of(mapping, actions.in(window));
    KindSums values = KindSums.of(mapping, MetaActions.of(row, "action_values").in(window));
    figures
        .put(BaseMetric.CONVERSIONS, counts.goal())
        .put(BaseMetric.CONVERSIONS_ALL, counts.all())
        .put(BaseMetric.CONVERSION_VALUE, values.goal());
    counts.putInto(figures);
  }
}
