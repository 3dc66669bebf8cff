package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.Retrainings;
import io.outlay.domain.risk.RiskKind;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trainings in table {@code risk_retraining}. */
public final class PostgresRetrainings implements Retrainings {

  private static final String BEGIN =
      """
      INSERT INTO risk_retraining (organization_id, kind, job_id, champion_id, asked_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      """;

  private static final String DECIDE =
      """
      UPDATE risk_retraining SET state = $3, candidate_id = $4, explanation = $5, decided_at = $6
       WHERE organization_id = $1 AND job_id = $2 AND state = 'TRAINING'
      """;

  private static final String NEWEST =
      """
      SELECT job_id, kind, champion_id, state, candidate_id, explanation, asked_at, decided_at FROM risk_retraining
       WHERE organization_id = $1 AND kind = $2 ORDER BY asked_at DESC, job_id DESC LIMIT $3
      """;

  private static final String OF_CHAMPIONS =
      """
      SELECT r.job_id, r.kind, r.champion_id, r.state, r.candidate_id, r.explanation, r.asked_at, r.decided_at
        FROM unnest($2::bigint[]) AS champion (id)
       CROSS JOIN LATERAL (
         SELECT * FROM risk_retraining one WHERE one.organization_id = $1 AND one.champion_id = champion.id
          ORDER BY one.asked_at DESC, one.job_id DESC LIMIT $3) AS r
       ORDER BY r.champion_id, r.asked_at DESC, r.job_id DESC
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresRetrainings(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Void> begin(
      OrganizationId organization, RiskKind kind, long jobId, long championId, Instant at) {
    return database
        .inOrganization(organization)
        .update(BEGIN, List.of(organization.value(), kind.name(), jobId, championId, at))
        .then();
  }

  @Override
  public Mono<Void> decide(
      OrganizationId organization,
      long jobId,
      Retraining.State state,
      @Nullable Long candidateId,
      String explanation,
      Instant at) {
    return database
        .inOrganization(organization)
        .update(
            DECIDE,
            List.of(
                organization.value(),
                jobId,
                state.name(),
                Nulls.orNull(candidateId, Long.class),
                explanation,
                at))
        .then();
  }

  @Override
  public Flux<Retraining> newest(OrganizationId organization, RiskKind kind, int most) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST,
            List.of(organization.value(), kind.name(), most),
            PostgresRetrainings::retraining);
  }

  @Override
  public Flux<Retraining> ofChampions(
      OrganizationId organization, Collection<Long> championIds, int mostEach) {
    return database
        .inOrganization(organization)
        .query(
            OF_CHAMPIONS,
            List.of(organization.value(), Nulls.ids(championIds), mostEach),
            PostgresRetrainings::retraining);
  }

  private static Retraining retraining(Readable row) {
    return new Retraining(
        Rows.get(row, "job_id", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        Rows.get(row, "champion_id", Long.class),
        Retraining.State.valueOf(Rows.get(row, "state", String.class)),
        row.get("candidate_id", Long.class),
        row.get("explanation", String.class),
        Rows.get(row, "asked_at", Instant.class),
        row.get("decided_at", Instant.class));
  }
}
