package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskModel;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes a model, its files and the steps of its life. */
final class WriteModel {

  private static final String INSERT =
      """
      INSERT INTO risk_model AS m (organization_id, kind, number, state, origin, features, data_window, parameters, metrics, recipe,
                                   card, job_id, created_by)
      VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13)
      RETURNING
      """
          + ModelRows.COLUMNS;

  private static final String FILE =
      "INSERT INTO risk_model_file (organization_id, model_id, part, name, sha256, content)"
          + " VALUES ($1, $2, $3, $4, sha256($5), $5)";

  private static final String MOVE =
      """
      UPDATE risk_model AS m SET state = $3, share = $4, experiment_id = $5, former_id = $6, state_since = clock_timestamp()
       WHERE organization_id = $1 AND model_id = $2
      RETURNING
      """
          + ModelRows.COLUMNS;

  private static final String STEP =
      "INSERT INTO risk_model_change (organization_id, model_id, from_state, to_state, reason,"
          + " changed_by) VALUES ($1, $2, $3, $4, $5, $6)";

  private WriteModel() {}

  static Mono<RiskModel> insert(
      Session session,
      OrganizationId organization,
      NewRiskModel model,
      int number,
      ModelState state) {
    return session
        .query(INSERT, values(organization, model, number, state), ModelRows::model)
        .single()
        .delayUntil(
            stored ->
                Flux.fromIterable(model.files())
                    .concatMap(file -> file(session, stored, file), 1)
                    .then());
  }

  private static List<Object> values(
      OrganizationId organization, NewRiskModel model, int number, ModelState state) {
    return List.of(
        organization.value(),
        model.kind().name(),
        number,
        state.name(),
        model.origin().name(),
        ModelRows.json(model.features()),
        Nulls.orNull(ModelRows.json(model.data()), String.class),
        model.parameters(),
        Nulls.orNull(model.metrics(), String.class),
        model.recipe(),
        model.card().replace("{number}", Integer.toString(number)),
        Nulls.orNull(model.jobId(), Long.class),
        model.createdBy());
  }

  private static Mono<Long> file(Session session, RiskModel model, ModelFileContent file) {
    return session.update(
        FILE,
        List.of(
            model.organization().value(),
            model.id(),
            file.part().name(),
            file.name(),
            ByteBuffer.wrap(file.bytes())));
  }

  /** Gives a model the state, share, experiment and former champion of the given one. */
  static Mono<RiskModel> move(Session session, RiskModel wanted) {
    return session
        .query(
            MOVE,
            List.of(
                wanted.organization().value(),
                wanted.id(),
                wanted.state().name(),
                wanted.share(),
                wanted.experimentId(),
                Nulls.orNull(wanted.formerId(), Long.class)),
            ModelRows::model)
        .single();
  }

  /** Adds a step to a model's history. */
  static Mono<Void> step(Session session, RiskModel after, @Nullable ModelState from, Why why) {
    return session
        .update(
            STEP,
            List.of(
                after.organization().value(),
                after.id(),
                Nulls.orNull(from == null ? null : from.name(), String.class),
                after.state().name(),
                why.reason(),
                why.by()))
        .then();
  }

  /** The reason for a step, and whose it is. */
  record Why(String reason, String by) {}
}
