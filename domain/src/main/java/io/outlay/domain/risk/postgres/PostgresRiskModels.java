package io.outlay.domain.risk.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelAssignment;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.ModelStateChange;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.Promotion;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.ServingModels;
import io.outlay.domain.risk.StoredModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The registry in PostgreSQL. */
public final class PostgresRiskModels implements RiskModels {

  private static final String OF_JOB =
      ReadModels.SELECT + " WHERE m.organization_id = $1 AND m.job_id = $2";
  private static final String HAS_CHAMPION =
      "SELECT count(*) AS champions FROM risk_model WHERE organization_id = $1 AND kind = $2 AND"
          + " state = 'CHAMPION'";
  private static final String OTHERS_IN_STATE =
      "SELECT count(*) AS others FROM risk_model WHERE organization_id = $1 AND kind = $2 AND state"
          + " = $3 AND model_id <> $4";

  private final Database database;
  private final ReadModels read;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresRiskModels(Database database) {
    this.database = database;
    this.read = new ReadModels(database);
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<RiskModel> register(
      OrganizationId organization, NewRiskModel model, Audit<RiskModel> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                ModelSeries.nextNumber(session, organization, model.kind())
                    .flatMap(
                        number ->
                            ofJob(session, organization, model.jobId())
                                .switchIfEmpty(
                                    Mono.defer(
                                        () ->
                                            insert(session, organization, model, number, audit)))))
        .single();
  }

  /** The number drawn for a job's second run stays unused. */
  private static Mono<RiskModel> ofJob(
      Session session, OrganizationId organization, @Nullable Long jobId) {
    return jobId == null
        ? Mono.empty()
        : session
            .query(OF_JOB, List.of(organization.value(), jobId), ModelRows::model)
            .singleOrEmpty();
  }

  private Mono<RiskModel> insert(
      Session session,
      OrganizationId organization,
      NewRiskModel model,
      int number,
      Audit<RiskModel> audit) {
    return session
        .query(
            HAS_CHAMPION,
            List.of(organization.value(), model.kind().name()),
            row -> Rows.get(row, "champions", Long.class) > 0)
        .single()
        .map(hasChampion -> hasChampion ? ModelState.CANDIDATE : ModelState.CHAMPION)
        .flatMap(state -> WriteModel.insert(session, organization, model, number, state))
        .delayUntil(stored -> WriteModel.step(session, stored, null, registered(stored)))
        .flatMap(stored -> log.append(session, audit, stored));
  }

  private static WriteModel.Why registered(RiskModel model) {
    return new WriteModel.Why(
        model.state() == ModelState.CHAMPION
            ? "registered as the first model of its kind"
            : "registered",
        model.createdBy());
  }

  @Override
  public Mono<Promotion> promote(
      OrganizationId organization, long id, String reason, String by, Audit<Promotion> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                new ChampionChange(session, organization, new WriteModel.Why(reason, by))
                    .promote(id)
                    .flatMap(made -> log.append(session, audit, made)))
        .single();
  }

  @Override
  public Mono<Promotion> rollback(
      OrganizationId organization,
      RiskKind kind,
      String reason,
      String by,
      Audit<Promotion> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                new ChampionChange(session, organization, new WriteModel.Why(reason, by))
                    .rollback(kind)
                    .flatMap(made -> log.append(session, audit, made)))
        .single();
  }

  @Override
  public Mono<Change<RiskModel>> assign(
      OrganizationId organization,
      long id,
      ModelAssignment assignment,
      String reason,
      String by,
      Audit<Change<RiskModel>> audit) {
    WriteModel.Why why = new WriteModel.Why(reason, by);
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                ChampionChange.model(session, organization, id)
                    .flatMap(
                        found ->
                            ModelSeries.change(session, organization, found.kind())
                                .then(ChampionChange.model(session, organization, id)))
                    .delayUntil(before -> refuse(session, before, assignment))
                    .flatMap(before -> assign(session, before, assignment, why))
                    .flatMap(made -> log.append(session, audit, made)))
        .single();
  }

  private static Mono<Void> refuse(Session session, RiskModel before, ModelAssignment assignment) {
    if (before.state() == ModelState.CHAMPION) {
      return Mono.error(
          new Conflict(
              "Model " + before.number() + " is champion; promote another one in its place."));
    }
    int room = assignment.state().mostOfAKind();
    return session
        .query(
            OTHERS_IN_STATE,
            List.of(
                before.organization().value(),
                before.kind().name(),
                assignment.state().name(),
                before.id()),
            row -> Rows.get(row, "others", Long.class))
        .single()
        .flatMap(
            others ->
                others < room
                    ? Mono.empty()
                    : Mono.error(
                        new Conflict(
                            "Of a kind at most "
                                + room
                                + " can be "
                                + assignment.state()
                                + "; give another something else to do first.")));
  }

  private static Mono<Change<RiskModel>> assign(
      Session session, RiskModel before, ModelAssignment wanted, WriteModel.Why why) {
    return WriteModel.move(
            session,
            before.in(wanted.state(), wanted.share(), wanted.experimentId(), before.formerId()))
        .delayUntil(
            after ->
                after.state() == before.state()
                    ? Mono.empty()
                    : WriteModel.step(session, after, before.state(), why))
        .map(after -> new Change<>(before, after));
  }

  @Override
  public Flux<RiskModel> newest(
      OrganizationId organization, @Nullable RiskKind kind, @Nullable Long before, int limit) {
    return read.newest(organization, Optional.ofNullable(kind), before, limit);
  }

  @Override
  public Flux<RiskModel> byIds(OrganizationId organization, Collection<Long> ids) {
    return read.byIds(organization, ids);
  }

  @Override
  public Flux<ModelStateChange> history(OrganizationId organization, Collection<Long> ids) {
    return read.history(organization, ids);
  }

  @Override
  public Flux<ModelFileOf> files(OrganizationId organization, Collection<Long> ids) {
    return read.files(organization, ids);
  }

  @Override
  public Mono<StoredModel> load(OrganizationId organization, long id) {
    return read.load(organization, id);
  }

  @Override
  public Mono<ServingModels> serving(OrganizationId organization, RiskKind kind) {
    return read.serving(organization, kind);
  }

  @Override
  public Mono<Long> version(OrganizationId organization, RiskKind kind) {
    return read.version(organization, kind);
  }
}
