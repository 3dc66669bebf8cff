package io.outlay.api.performance;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spend and results of one campaign as the schema shows them. */
public final class CampaignPerformance {

  private final PerformanceReport report;

  CampaignPerformance(PerformanceReport report) {
    this.report = report;
  }

  public DateRange range() {
    return report.range();
  }

  public String currencyCode() {
    return report.currencyCode();
  }

  public PerformanceMetrics totals() {
    return Objects.requireNonNull(report.totals(), "the totals were asked for");
  }

  /** One for each period that has data. */
  public List<PeriodRow> rows() {
    return report.rows().stream().map(PeriodRow::of).toList();
  }

  /**
   * Figures of one period; null only where no granularity was asked, and then there are no rows.
   */
  public record PeriodRow(DateRange period, boolean isPartial, PerformanceMetrics metrics) {

    static PeriodRow of(PerformanceRow row) {
      @Nullable DateRange period = row.period();
      return new PeriodRow(
          Objects.requireNonNull(period, "a granularity was asked for"),
          row.isPartial(),
          row.metrics());
    }
  }
}
