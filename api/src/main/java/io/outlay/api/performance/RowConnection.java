package io.outlay.api.performance;

import io.outlay.api.paging.Connection;
import io.outlay.api.paging.Cursors;
import io.outlay.domain.performance.PerformanceReport;
import java.util.List;
import java.util.Objects;

/** A page of a report's rows. */
public final class RowConnection extends Connection<Row> {

  private final PerformanceReport report;

  RowConnection(PerformanceReport report, List<Row> rows, RowsRequest asked, Cursors cursors) {
    super(
        rows,
        report.hasNextPage(),
        asked.request(),
        cursors,
        row -> new RowPosition(report.dataVersion().number(), row.position()).write());
    this.report = report;
  }

  /** Number of all rows. */
  public long totalCount() {
    return Objects.requireNonNull(report.totalCount(), "the count was asked for");
  }
}
