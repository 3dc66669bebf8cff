package io.outlay.ingestion.platform;

import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import java.util.List;

/**
 * One period of a report.
 *
 * @param level finest level of the rows
 * @param rows at that level, with a remainder row for each parent that has more than its parts;
 *     empty when nothing was delivered
 * @param accountTotal the platform's own total of the account, asked for apart from the rows; of
 *     {@code ATTRIBUTION_WINDOW} without metrics, since windows overlap and have no sum
 * @param isProvisional whether the platform may still correct it, by its own rules
 */
public record PeriodReport(
    Period period,
    Level level,
    List<FactRow> rows,
    MetricValues accountTotal,
    boolean isProvisional) {

  /** Copies the rows' list. */
  public PeriodReport {
    rows = List.copyOf(rows);
  }
}
