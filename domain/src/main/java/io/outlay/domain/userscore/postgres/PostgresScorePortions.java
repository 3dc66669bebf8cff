package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.ScorePortion;
import io.outlay.domain.userscore.ScorePortions;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Portions in table {@code score_portion}. */
public final class PostgresScorePortions implements ScorePortions {

  private static final String WANTED =
      """
        FROM app_user u
       WHERE u.organization_id = $1
         AND ($2::timestamptz IS NULL OR EXISTS (
               SELECT FROM user_activity a
                WHERE a.organization_id = u.organization_id AND a.user_id = u.user_id AND a.known_to > $2))\
      """;

  private static final String BEGIN =
      """
      INSERT INTO score_batch (organization_id, job_id, kinds, at, heard_after, users) VALUES ($1, $2, $3, $4, $5, 0)
      ON CONFLICT DO NOTHING\
      """;

  private static final String CUT =
      """
      WITH portion AS (
        INSERT INTO score_portion (organization_id, job_id, portion, first_user, last_user, users)
        SELECT $1, $3, portion, min(user_id), max(user_id), count(*)
          FROM (SELECT u.user_id, ((row_number() OVER (ORDER BY u.user_id) - 1) / $4)::int AS portion
      """
          + WANTED
          + """
                   ) numbered
             GROUP BY portion
            RETURNING users
          )
          UPDATE score_batch SET users = (SELECT coalesce(sum(users), 0) FROM portion)
           WHERE organization_id = $1 AND job_id = $3\
          """;

  private static final String OPEN =
      """
      SELECT portion FROM score_portion
       WHERE organization_id = $1 AND job_id = $2 AND done_at IS NULL AND failure IS NULL ORDER BY portion\
      """;

  private static final String FIND =
      """
      SELECT p.portion, p.first_user, p.last_user, b.kinds, b.at, b.heard_after
        FROM score_portion p
        JOIN score_batch b ON b.organization_id = p.organization_id AND b.job_id = p.job_id
        JOIN job j ON j.organization_id = p.organization_id AND j.job_id = p.job_id AND j.state = 'RUNNING'
       WHERE p.organization_id = $1 AND p.job_id = $2 AND p.portion = $3 AND p.done_at IS NULL AND p.failure IS NULL\
      """;

  private static final String USERS_OF =
      "SELECT u.user_id" + WANTED + " AND u.user_id BETWEEN $3 AND $4 ORDER BY u.user_id";

  private static final String FINISH =
      """
      UPDATE score_portion SET done_at = clock_timestamp(), scored = $4
       WHERE organization_id = $1 AND job_id = $2 AND portion = $3 AND done_at IS NULL\
      """;

  private static final String FAIL =
      """
      UPDATE score_portion SET failure = $4
       WHERE organization_id = $1 AND job_id = $2 AND portion = $3 AND done_at IS NULL\
      """;

  private static final String TOTALS =
      """
      SELECT b.users, coalesce(sum(p.users) FILTER (WHERE p.done_at IS NOT NULL), 0) AS done,
             count(p.portion) FILTER (WHERE p.done_at IS NULL) AS open, max(p.failure) AS failure
        FROM score_batch b
        LEFT JOIN score_portion p ON p.organization_id = b.organization_id AND p.job_id = b.job_id
       WHERE b.organization_id = $1 AND b.job_id = $2
       GROUP BY b.users\
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresScorePortions(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Void> cut(
      OrganizationId organization,
      long jobId,
      List<RiskKind> kinds,
      Instant at,
      @Nullable Instant heardAfter) {
    List<?> batch =
        List.of(
            organization.value(),
            jobId,
            kinds.stream().map(Enum::name).toArray(String[]::new),
            at,
            Nulls.orNull(heardAfter, Instant.class));
    List<?> portions =
        List.of(organization.value(), Nulls.orNull(heardAfter, Instant.class), jobId, USERS);
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .update(BEGIN, batch)
                    .filter(begun -> begun == 1)
                    .flatMap(begun -> session.update(CUT, portions)))
        .then();
  }

  @Override
  public Flux<Integer> open(OrganizationId organization, long jobId) {
    return database
        .inOrganization(organization)
        .query(
            OPEN,
            List.of(organization.value(), jobId),
            row -> Rows.get(row, "portion", Integer.class));
  }

  @Override
  public Mono<ScorePortion> find(OrganizationId organization, long jobId, int number) {
    return database
        .inOrganization(organization)
        .one(
            FIND,
            List.of(organization.value(), jobId, number),
            row -> portion(organization, jobId, row));
  }

  @Override
  public Mono<List<Long>> users(ScorePortion portion) {
    return database
        .inOrganization(portion.organization())
        .query(
            USERS_OF,
            List.of(
                portion.organization().value(),
                Nulls.orNull(portion.heardAfter(), Instant.class),
                portion.firstUser(),
                portion.lastUser()),
            row -> Rows.get(row, "user_id", Long.class))
        .collectList();
  }

  @Override
  public Mono<Boolean> finish(ScorePortion portion, List<KeptScore> scores) {
    return database
        .inOrganization(portion.organization())
        .transaction(session -> finish(session, portion, scores))
        .single();
  }

  private static Mono<Boolean> finish(
      Session session, ScorePortion portion, List<KeptScore> scores) {
    return session
        .update(
            FINISH,
            List.of(
                portion.organization().value(), portion.jobId(), portion.number(), scores.size()))
        .flatMap(
            marked ->
                marked == 1
                    ? PostgresUserScores.keep(session, portion.organization(), scores)
                        .thenReturn(true)
                    : Mono.just(false));
  }

  @Override
  public Mono<Void> fail(ScorePortion portion, String message) {
    return database
        .inOrganization(portion.organization())
        .update(
            FAIL,
            List.of(portion.organization().value(), portion.jobId(), portion.number(), message))
        .then();
  }

  @Override
  public Mono<Totals> totals(OrganizationId organization, long jobId) {
    return database
        .inOrganization(organization)
        .one(
            TOTALS,
            List.of(organization.value(), jobId),
            row ->
                new Totals(
                    Rows.get(row, "users", Long.class),
                    Rows.get(row, "done", Long.class),
                    Math.toIntExact(Rows.get(row, "open", Long.class)),
                    row.get("failure", String.class)));
  }

  private static ScorePortion portion(OrganizationId organization, long jobId, Readable row) {
    OffsetDateTime heardAfter = row.get("heard_after", OffsetDateTime.class);
    return new ScorePortion(
        organization,
        jobId,
        Rows.get(row, "portion", Integer.class),
        Rows.get(row, "first_user", Long.class),
        Rows.get(row, "last_user", Long.class),
        Stream.of(Rows.get(row, "kinds", String[].class)).map(RiskKind::valueOf).toList(),
        Rows.get(row, "at", OffsetDateTime.class).toInstant(),
        heardAfter == null ? null : heardAfter.toInstant());
  }
}
