package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells the jobs that wait for staged slices that these have been dealt with. */
final class Receipts {

  private static final String SQL =
      """
      INSERT INTO slice_receipt (organization_id, job_id, sequence, slice)
      SELECT $1, s.job_id, s.sequence, concat_ws('/', s.channel, s.account, s.measurer, s.view, s.source, s.first_day, s.last_day)
        FROM staged_slice s
       WHERE s.job_id IS NOT NULL
      ON CONFLICT (organization_id, job_id, slice, sequence) DO UPDATE SET failure = NULL WHERE slice_receipt.failure IS NOT NULL
      """;

  private Receipts() {}

  static Mono<Long> write(Session session, OrganizationId organization) {
    return session.update(SQL, List.of(organization.value()));
  }
}
