package io.outlay.domain.performance;

import io.outlay.domain.metric.BaseMetric;
import org.jspecify.annotations.Nullable;

/**
 * A row as a line of PostgreSQL's COPY text format: seven columns that name campaign, ad group and
 * ad, four of the segment (five in {@link View#ATTRIBUTION_WINDOW}), then currency, pattern of
 * reported metrics, and the metrics in the order of {@link BaseMetric}. Only natural keys, because
 * numbers of rows may differ after a database has been restored.
 */
public final class FactRowText {

  /** Columns that name campaign, ad group and ad. */
  public static final int ENTITY_COLUMNS = 7;

  private static final String NULL = "\\N";
  private static final BaseMetric[] METRICS = BaseMetric.values();

  private FactRowText() {}

  /** Columns that name the segment of a row in this view. */
  public static int segmentColumns(View view) {
    // Other views' rows lack the fifth, so that they stay as they were written before it existed.
    return view == View.ATTRIBUTION_WINDOW ? 5 : 4;
  }

  /** The line of a row, with its newline. */
  static String line(FactRow row) {
    StringBuilder line = new StringBuilder(160);
    text(line, row.campaignId());
    text(line, row.campaignName());
    text(line, row.campaignStatus());
    text(line, row.adGroupId());
    text(line, row.adGroupName());
    text(line, row.adId());
    text(line, row.adName());
    text(line, row.country());
    text(line, row.ageRange());
    text(line, row.gender());
    text(line, row.device());
    if (row.attributionWindow() != null) {
      text(line, row.attributionWindow());
    }
    text(line, row.currencyCode());
    metrics(line, row.metrics());
    return line.append('\n').toString();
  }

  /** What tells a row from the others of its slice, one text. */
  static String key(FactRow row) {
    StringBuilder key = new StringBuilder(80);
    text(key, row.campaignId());
    text(key, row.adGroupId());
    text(key, row.adId());
    text(key, row.country());
    text(key, row.ageRange());
    text(key, row.gender());
    text(key, row.device());
    text(key, row.attributionWindow());
    return key.append(row.currencyCode()).toString();
  }

  private static void metrics(StringBuilder line, MetricValues metrics) {
    line.append(metrics.reported());
    for (BaseMetric metric : METRICS) {
      line.append('\t');
      if (metrics.isReported(metric)) {
        line.append(metrics.orZero(metric));
      } else {
        line.append(NULL);
      }
    }
  }

  private static void text(StringBuilder line, @Nullable String value) {
    if (value == null) {
      line.append(NULL);
    } else {
      escaped(line, value);
    }
    line.append('\t');
  }

  private static void escaped(StringBuilder line, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
