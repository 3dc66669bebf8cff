package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.risk.TrainingSchedule;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Due trainings by the jobs that are kept. */
public final class PostgresTrainingSchedule implements TrainingSchedule {

  private static final String HOLD =
      "SELECT organization_id, kind FROM risk_model_series ORDER BY organization_id, kind FOR"
          + " UPDATE SKIP LOCKED";

  /** A statement of its own behind the locks, so that it sees what another process stored. */
  private static final String SUBMIT =
      """
      INSERT INTO job (organization_id, kind, exclusion, request, requested_by)
      SELECT held.organization_id, $1, held.kind, jsonb_build_object('kind', held.kind, 'seed', NULL), 'schedule'
        FROM unnest($3::bigint[], $4::text[]) AS held (organization_id, kind)
       WHERE EXISTS (SELECT FROM risk_model m WHERE m.organization_id = held.organization_id AND m.kind = held.kind
                        AND m.origin = 'TRAINED')
         AND NOT EXISTS (
           SELECT FROM job j WHERE j.organization_id = held.organization_id AND j.kind = $1 AND j.exclusion = held.kind
              AND (j.state IN ('WAITING', 'RUNNING') OR j.created_at > clock_timestamp() - make_interval(secs => $2)))
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresTrainingSchedule(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> submitDue(String jobKind, Duration every) {
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .query(HOLD, List.of(), Series::of)
                    .collectList()
                    .flatMap(held -> submit(session, held, jobKind, every)))
        .single();
  }

  private static Mono<Long> submit(
      Session session, List<Series> held, String jobKind, Duration every) {
    return session.update(
        SUBMIT,
        List.of(
            jobKind,
            every.toMillis() / 1000.0,
            held.stream().map(Series::organization).toArray(Long[]::new),
            held.stream().map(Series::kind).toArray(String[]::new)));
  }

  private record Series(Long organization, String kind) {

    static Series of(Readable row) {
      return new Series(
          Rows.get(row, "organization_id", Long.class), Rows.get(row, "kind", String.class));
    }
  }
}
