package io.outlay.domain.risk.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentStep;
import io.outlay.domain.risk.ModelExperiments;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Experiments in table {@code risk_experiment}. */
public final class PostgresModelExperiments implements ModelExperiments {

  private static final String START =
      """
      INSERT INTO risk_experiment AS e (organization_id, kind, champion_id, model_id, mode, share, metric, minimum_users, horizon_days,
                                        significance, most_loss_micros, guard_days, promotes, started_by, started_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (organization_id, model_id) WHERE state IN ('RUNNING', 'GUARDED') DO NOTHING
      RETURNING\
      """
          + ExperimentRows.COLUMNS;

  /** A guard's result does not replace the experiment's. */
  private static final String STEP =
      """
      UPDATE risk_experiment e
         SET state = $4, explanation = $5,
             result = CASE WHEN $3 = 'RUNNING' THEN $6::jsonb ELSE e.result END,
             guard_result = CASE WHEN $3 = 'GUARDED' THEN $6::jsonb ELSE e.guard_result END,
             promoted_at = CASE WHEN $4 IN ('GUARDED', 'PROMOTED') THEN coalesce(e.promoted_at, $7) ELSE e.promoted_at END,
             ended_at = CASE WHEN $4 = 'GUARDED' THEN NULL ELSE $7 END
       WHERE e.organization_id = $1 AND e.experiment_id = $2 AND e.state = $3
      RETURNING\
      """
          + ExperimentRows.COLUMNS;

  private static final String BY_IDS =
      "SELECT"
          + ExperimentRows.COLUMNS
          + "FROM risk_experiment e WHERE e.organization_id = $1 AND e.experiment_id = ANY ($2)";

  private static final String OF_MODELS =
      "SELECT"
          + ExperimentRows.COLUMNS
          + """
          FROM unnest($2::bigint[]) AS model (id)
          CROSS JOIN LATERAL (
            SELECT * FROM risk_experiment one WHERE one.organization_id = $1 AND one.model_id = model.id
             ORDER BY one.experiment_id DESC LIMIT $3) AS e
          ORDER BY e.model_id, e.experiment_id DESC
          """;

  private static final String OPEN =
      "SELECT"
          + ExperimentRows.COLUMNS
          + "FROM risk_experiment e WHERE e.organization_id = $1 AND e.kind = $2 AND e.state IN"
          + " ('RUNNING', 'GUARDED') ORDER BY e.experiment_id LIMIT 100";

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresModelExperiments(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<Experiment> start(
      OrganizationId organization,
      RiskKind kind,
      long championId,
      long modelId,
      ExperimentPlan plan,
      String by,
      Instant at,
      Audit<Experiment> audit) {
    List<Object> values =
        List.of(
            organization.value(),
            kind.name(),
            championId,
            modelId,
            plan.mode().name(),
            plan.share(),
            plan.metric().name(),
            plan.minimumUsers(),
            plan.horizonDays(),
            plan.significance(),
            plan.mostLossMicros(),
            plan.guardDays(),
            plan.promotes(),
            by,
            at);
    return change(organization, START, values, audit)
        .switchIfEmpty(
            Mono.error(() -> new Conflict("The model has an experiment that is not over.")));
  }

  @Override
  public Mono<Experiment> step(
      OrganizationId organization, long id, ExperimentStep step, Audit<Experiment> audit) {
    List<Object> values =
        List.of(
            organization.value(),
            id,
            step.from().name(),
            step.to().name(),
            step.explanation(),
            step.result() == null ? Nulls.of(String.class) : ReportJson.write(step.result()),
            step.at());
    return change(organization, STEP, values, audit);
  }

  @Override
  public Flux<Experiment> byIds(OrganizationId organization, Collection<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), ExperimentRows::experiment);
  }

  @Override
  public Flux<Experiment> ofModels(
      OrganizationId organization, Collection<Long> modelIds, int mostEach) {
    return database
        .inOrganization(organization)
        .query(
            OF_MODELS,
            List.of(organization.value(), Nulls.ids(modelIds), mostEach),
            ExperimentRows::experiment);
  }

  @Override
  public Flux<Experiment> open(OrganizationId organization, RiskKind kind) {
    return database
        .inOrganization(organization)
        .query(OPEN, List.of(organization.value(), kind.name()), ExperimentRows::experiment);
  }

  private Mono<Experiment> change(
      OrganizationId organization, String sql, List<Object> values, Audit<Experiment> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(sql, values, ExperimentRows::experiment)
                    .singleOrEmpty()
                    .flatMap(changed -> log.append(session, audit, changed)))
        .singleOrEmpty();
  }
}
