package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.userscore.ScoreSchedule;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stores due jobs by one statement, one process at a time. */
public final class PostgresScoreSchedule implements ScoreSchedule {

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('outlay.nightly-scoring'))";

  private static final String SUBMIT =
      """
      INSERT INTO job (organization_id, kind, request, requested_by)
      SELECT m.organization_id, $1, jsonb_build_object('kinds', jsonb_agg(m.kind ORDER BY m.kind), 'at', $3::text, 'heardAfter', NULL), 'schedule'
        FROM risk_model m
       WHERE m.state = 'CHAMPION'
         AND NOT EXISTS (SELECT FROM job j WHERE j.organization_id = m.organization_id AND j.kind = $1 AND j.created_at >= $2)
       GROUP BY m.organization_id\
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresScoreSchedule(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> submitDue(String kind, Instant since, Instant now) {
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .query(ONE_AT_A_TIME, List.of(), row -> true)
                    .then(session.update(SUBMIT, List.of(kind, since, now.toString()))))
        .single();
  }
}
