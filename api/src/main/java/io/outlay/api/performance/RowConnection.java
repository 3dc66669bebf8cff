package io.outlay.api.performance;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.Connection;
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
        row -> new Cursors.Position(report.dataVersion().number(), Long.toString(row.position())));
    this.report = report;
  }

  /** Number of all rows. */
  public long totalCount() {
    return Objects.requireNonNull(report.totalCount(), "the count was asked for");
  }
}
