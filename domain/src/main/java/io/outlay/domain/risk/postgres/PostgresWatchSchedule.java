package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.risk.WatchSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Due looks at models by the jobs that are kept. */
public final class PostgresWatchSchedule implements WatchSchedule {

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('outlay watch over models'))::text AS locked";

  /** A statement of its own behind the lock, so that it sees what another process stored. */
  private static final String SUBMIT =
      """
      INSERT INTO job (organization_id, kind, exclusion, request, requested_by)
      SELECT m.organization_id, $1, '', '{}', 'schedule'
        FROM (SELECT DISTINCT organization_id FROM risk_model WHERE state = 'CHAMPION') AS m
        LEFT JOIN LATERAL (
          SELECT j.state, j.created_at FROM job j
           WHERE j.organization_id = m.organization_id AND j.kind = $1 ORDER BY j.job_id DESC LIMIT 1) AS latest ON true
       WHERE latest.created_at IS NULL
          OR (latest.state NOT IN ('WAITING', 'RUNNING')
              AND (latest.created_at <= clock_timestamp() - make_interval(secs => $2)
                   OR EXISTS (SELECT FROM job other
                               WHERE other.organization_id = m.organization_id AND other.kind = ANY ($3)
                                 AND other.state IN ('SUCCEEDED', 'FAILED') AND other.finished_at > latest.created_at)))
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresWatchSchedule(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> submitDue(String jobKind, Duration every, Set<String> after) {
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .query(ONE_AT_A_TIME, List.of(), row -> true)
                    .then(
                        session.update(
                            SUBMIT,
                            List.of(
                                jobKind, every.toMillis() / 1000.0, after.toArray(String[]::new)))))
        .single();
  }
}
