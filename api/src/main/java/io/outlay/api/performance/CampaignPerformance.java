package io.outlay.api.performance;

import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spend and results of one campaign as the schema shows them. */
public final class CampaignPerformance {

  private final PerformanceReport report;
  private final Language language;

  CampaignPerformance(PerformanceReport report, Language language) {
    this.report = report;
    this.language = language;
  }

  public DateRange range() {
    return report.range();
  }

  public String currencyCode() {
    return report.currencyCode();
  }

  public @Nullable LocalDate completeUntil() {
    return report.completeUntil();
  }

  public List<NoticeView> notices() {
    return NoticeView.of(report.notices(), report.concerns(), language);
  }

  public PerformanceMetrics totals() {
    return Objects.requireNonNull(report.totals(), "the totals were asked for");
  }

  /** One for each period that is known or collected. */
  public List<PeriodRow> rows() {
    return report.rows().stream().map(row -> PeriodRow.of(row, language)).toList();
  }

  /**
   * Figures of one period; null only where no granularity was asked, and then there are no rows.
   */
  public record PeriodRow(
      DateRange period, boolean isPartial, PerformanceMetrics metrics, List<NoticeView> notices) {

    static PeriodRow of(PerformanceRow row, Language language) {
      @Nullable DateRange period = row.period();
      return new PeriodRow(
          Objects.requireNonNull(period, "a granularity was asked for"),
          row.isPartial(),
          row.metrics(),
          NoticeView.of(row.notices(), row.concerns(), language));
    }
  }
}
