package io.outlay.domain.performance;

import io.outlay.domain.metric.Metric;
import java.util.Set;

/**
 * What of a report is asked for; nothing else is computed.
 *
 * @param metrics metrics of totals, rows and comparisons
 * @param totals whether the totals are wanted
 * @param rows whether rows are wanted
 * @param totalCount whether the number of rows is wanted
 * @param evidence whether rows shall tell sources and notices
 * @param coverage whether the report shall tell notices, time zones and how far data is complete
 */
public record PerformanceSelection(
    Set<Metric> metrics,
    boolean totals,
    boolean rows,
    boolean totalCount,
    boolean evidence,
    boolean coverage) {

  /** Copies the metrics. */
  public PerformanceSelection {
    metrics = Set.copyOf(metrics);
  }

  /** Everything there is, for the given metrics. */
  public static PerformanceSelection all(Set<Metric> metrics) {
    return new PerformanceSelection(metrics, true, true, true, true, true);
  }
}
