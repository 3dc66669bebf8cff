package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.SliceReceipts;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Receipts of slices in PostgreSQL. */
public final class PostgresSliceReceipts implements SliceReceipts {

  private static final String TALLY =
      """
      SELECT count(*) FILTER (WHERE failure IS NULL) AS applied, count(failure) AS failed, min(failure) AS first_failure
        FROM slice_receipt WHERE organization_id = $1 AND job_id = $2 AND sequence IN (0, $3)
      """;

  private final Database database;

  /** Works on the given database. */
  public PostgresSliceReceipts(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Tally> tally(OrganizationId organization, long jobId, long sequence) {
    return database
        .inOrganization(organization)
        .one(
            TALLY,
            List.of(organization.value(), jobId, sequence),
            row ->
                new Tally(
                    Rows.value(row, "applied", Long.class),
                    Rows.value(row, "failed", Long.class),
                    Objects.requireNonNullElse(row.get("first_failure", String.class), "")));
  }
}
