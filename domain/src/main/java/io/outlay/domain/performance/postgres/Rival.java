package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * A stored slice that owns days of a staged one under another key: of another source, or of another
 * period.
 *
 * @param number of the staged slice
 */
record Rival(
    int number, long slice, String source, LocalDate firstDay, LocalDate lastDay, long sequence) {

  // Most slices are days. A longer one that ends later is looked for by an index of the longer ones
  // only.
  private static final String SQL =
      """
      SELECT s.slice_no, rival.slice_id, rival.source, rival.first_day, rival.last_day, rival.sequence
        FROM staged_slice s
       CROSS JOIN LATERAL (
             SELECT * FROM slice o
              WHERE o.organization_id = $1 AND o.ad_account_id = s.ad_account_id
                AND o.last_day BETWEEN s.first_day AND s.last_day
             UNION ALL
             SELECT * FROM slice o
              WHERE o.organization_id = $1 AND o.ad_account_id = s.ad_account_id
                AND o.last_day > s.last_day AND o.first_day <= s.last_day AND o.last_day > o.first_day) rival
       WHERE rival.measurer = s.measurer AND rival.view = s.view AND rival.superseded_sequence IS NULL
         AND (rival.source, rival.first_day, rival.last_day) IS DISTINCT FROM (s.source, s.first_day, s.last_day)
      """;

  static Flux<Rival> read(Session session, OrganizationId organization) {
    return session.query(
        SQL,
        List.of(organization.value()),
        row ->
            new Rival(
                Rows.value(row, "slice_no", Integer.class),
                Rows.value(row, "slice_id", Long.class),
                Rows.value(row, "source", String.class),
                Rows.value(row, "first_day", LocalDate.class),
                Rows.value(row, "last_day", LocalDate.class),
                Rows.value(row, "sequence", Long.class)));
  }
}
