package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Moves all facts of slices that lost their days to another source into history. */
final class EmptiedSlices {

  private static final String SQL =
      """
      WITH gone AS (
        DELETE FROM fact f
         WHERE f.organization_id = $1 AND f.day = ANY ($3::date[]) AND f.slice_id = ANY ($4::bigint[])
        RETURNING f.*)
      INSERT INTO fact_history (%s, valid_from, valid_to)
      SELECT %s, g.valid_from, $2 FROM gone g
      """
          .formatted(IncomingRows.FACT_COLUMNS, IncomingRows.FACT_COLUMNS);

  private EmptiedSlices() {}

  static Mono<Long> close(
      Session session, OrganizationId organization, long version, Touched touched) {
    return session.update(
        SQL, List.of(organization.value(), version, touched.days(), touched.slices()));
  }
}
