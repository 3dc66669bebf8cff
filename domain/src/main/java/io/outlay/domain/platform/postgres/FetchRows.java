package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of table {@code period_fetch} with what became of their slices. */
final class FetchRows {

  static final String SELECT =
      """
      SELECT p.ad_account_id, p.view, p.first_day, p.last_day, p.job_id, p.sequence, p.fetched_at, p.raw_input_id, p.request_id,
             p.request_count, p.row_count, p.api_version, p.is_provisional, p.totals::text AS totals, p.moved, p.reopened_at,
             p.failed_at, p.failure_code, p.failure_message, coalesce(s.sequence >= p.sequence, false) AS is_stored
        FROM period_fetch p
        LEFT JOIN slice s
          ON s.organization_id = p.organization_id AND s.ad_account_id = p.ad_account_id AND s.last_day = p.last_day
         AND s.first_day = p.first_day AND s.measurer = 'PLATFORM' AND s.view = p.view AND s.source = 'api'
      """;

  private FetchRows() {}

  static PeriodFetch fetch(Readable row) {
    return new PeriodFetch(
        View.valueOf(text(row, "view")),
        new Period(
            Rows.get(row, "first_day", LocalDate.class),
            Rows.get(row, "last_day", LocalDate.class)),
        Rows.get(row, "job_id", Long.class),
        fetched(row),
        failure(row),
        row.get("reopened_at", Instant.class),
        Rows.get(row, "is_stored", Boolean.class));
  }

  private static @Nullable Fetched fetched(Readable row) {
    Long sequence = row.get("sequence", Long.class);
    return sequence == null
        ? null
        : new Fetched(
            sequence,
            Rows.get(row, "fetched_at", Instant.class),
            row.get("raw_input_id", Long.class),
            text(row, "request_id"),
            Rows.get(row, "request_count", Integer.class),
            Rows.get(row, "row_count", Integer.class),
            text(row, "api_version"),
            Rows.get(row, "is_provisional", Boolean.class),
            TotalsJson.read(text(row, "totals")),
            row.get("moved", Double.class));
  }

  private static @Nullable FetchFailure failure(Readable row) {
    Instant at = row.get("failed_at", Instant.class);
    return at == null
        ? null
        : new FetchFailure(at, text(row, "failure_code"), text(row, "failure_message"));
  }

  private static String text(Readable row, String column) {
    return Rows.get(row, column, String.class);
  }
}
