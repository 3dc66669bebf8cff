package io.outlay.api.performance;

import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report as the schema shows it. */
public final class Report {

  private final String list;
  private final Viewer viewer;
  private final PerformanceQuery query;
  private final PerformanceReport report;

  /**
   * @param list the report by its arguments, to which cursors of its rows are bound
   */
  Report(String list, Viewer viewer, PerformanceQuery query, PerformanceReport report) {
    this.list = list;
    this.viewer = viewer;
    this.query = query;
    this.report = report;
  }

  public DateRange range() {
    return report.range();
  }

  public @Nullable DateRange comparedRange() {
    return Optional.ofNullable(query.compareTo())
        .map(comparison -> comparison.rangeBeside(report.range()))
        .orElse(null);
  }

  public List<String> timeZones() {
    return report.timeZones();
  }

  public String currencyCode() {
    return report.currencyCode();
  }

  public @Nullable LocalDate completeUntil() {
    return report.completeUntil();
  }

  public long dataVersion() {
    return report.dataVersion().number();
  }

  public PerformanceMetrics totals() {
    return Objects.requireNonNull(report.totals(), "the totals were asked for");
  }

  public @Nullable ComparedMetrics compared() {
    return report.totalsCompared();
  }

  public List<NoticeView> notices() {
    return NoticeView.of(report.notices(), report.concerns(), viewer.language());
  }

  String list() {
    return list;
  }

  PerformanceQuery query() {
    return query;
  }

  PerformanceReport answer() {
    return report;
  }

  /** Data version whose names an answer tells; null where it tells the newest. */
  @Nullable Long knownIn(PerformanceReport answered) {
    return query.asOf() == null ? null : (Long) answered.dataVersion().number();
  }

  /** Whether the rows asked are those that were read with the report. */
  boolean holds(RowsRequest asked) {
    return asked.page().equals(query.page())
        && Objects.equals(asked.order(), query.orderBy())
        && Objects.equals(asked.version(), query.atVersion());
  }
}
