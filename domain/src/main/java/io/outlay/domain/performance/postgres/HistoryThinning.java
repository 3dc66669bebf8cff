package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Removes history that no kept version shows: all versions are kept for 45 days, then the last of
 * each day, after 400 days the last of each month. Rows that a kept version shows stay for good.
 */
final class HistoryThinning {

  // A closed row is shown by versions from valid_from to before valid_to; without a kept one among
  // them nobody can ask for it.
  private static final String THIN =
      """
      WITH kept AS MATERIALIZED (SELECT version FROM kept_versions($1, $2)),
      recent AS MATERIALIZED (
        SELECT coalesce(min(version), 0) AS version FROM data_version
         WHERE organization_id = $1 AND committed_at >= $2 - interval '45 days')
      DELETE FROM fact_history h
       WHERE h.organization_id = $1
         AND (SELECT version FROM recent) > 0
         AND h.valid_to <= (SELECT version FROM recent)
         AND NOT EXISTS (SELECT FROM kept k WHERE k.version >= h.valid_from AND k.version < h.valid_to)
      """;

  private HistoryThinning() {}

  /** Number of rows removed. Costs a walk over the organization's history: once a day is enough. */
  static Mono<Long> thin(Database database, OrganizationId organization, Instant now) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .update("SET LOCAL statement_timeout = '300s'", List.of())
                    .then(session.update(THIN, List.of(organization.value(), now))))
        .single();
  }
}
