package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The metrics' columns, spelled out for statements in their fixed order. */
final class MetricColumns {

  private MetricColumns() {}

  /** The columns of a table or alias, {@code f.impressions, f.clicks, …}. */
  static String of(String alias) {
    return each(metric -> alias + "." + metric.column());
  }

  /** The bare columns. */
  static String bare() {
    return each(BaseMetric::column);
  }

  /** Their sums, null where no row has the metric. */
  static String sums(String alias) {
    return each(m -> "sum(" + alias + "." + m.column() + ")::bigint AS " + m.column());
  }

  /** Their declaration in a staging table. */
  static String declared() {
    return each(metric -> metric.column() + " bigint");
  }

  /** Whether two rows' metrics differ; a null equals a null. */
  static String differ(String one, String other) {
    return "(" + of(one) + ") IS DISTINCT FROM (" + of(other) + ")";
  }

  /** The pattern of reported metrics of a row. */
  static String reported(String alias) {
    return Arrays.stream(BaseMetric.values())
        .map(m -> "(" + alias + "." + m.column() + " IS NOT NULL)::int * " + m.bit())
        .collect(Collectors.joining(" + "));
  }

  private static String each(Function<BaseMetric, String> text) {
    return Arrays.stream(BaseMetric.values()).map(text).collect(Collectors.joining(", "));
  }
}
