package io.outlay.domain.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report.
 *
 * @param period days of the row, cut to the range; null without a granularity
 * @param isPartial whether the range cuts the period
 * @param compared what it is set beside; null when nothing was asked. A group without facts then
 *     has metrics without numbers
 * @param sources where the figures come from, at most 50; empty when not asked
 * @param notices what to know about the row; empty when not asked
 * @param concerns which accounts and days some of the notices are about; empty when not asked
 */
public record PerformanceRow(
    GroupKey key,
    @Nullable DateRange period,
    boolean isPartial,
    PerformanceMetrics metrics,
    @Nullable ComparedMetrics compared,
    List<FigureSource> sources,
    List<Notice> notices,
    List<Concern> concerns) {

  /** Most sources one row tells. */
  public static final int MOST_SOURCES = 50;

  /** Copies the lists. */
  public PerformanceRow {
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
    concerns = List.copyOf(concerns);
  }
}
