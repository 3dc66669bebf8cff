package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.Promotion;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts one model in the champion's place, in one transaction behind the series' lock. */
final class ChampionChange {

  private static final String BY_ID =
      "SELECT "
          + ModelRows.COLUMNS
          + " FROM risk_model m WHERE m.organization_id = $1 AND m.model_id = $2";
  private static final String CHAMPION =
      "SELECT "
          + ModelRows.COLUMNS
          + " FROM risk_model m WHERE m.organization_id = $1 AND m.kind = $2 AND m.state ="
          + " 'CHAMPION'";

  private final Session session;
  private final OrganizationId organization;
  private final WriteModel.Why why;

  ChampionChange(Session session, OrganizationId organization, WriteModel.Why why) {
    this.session = session;
    this.organization = organization;
    this.why = why;
  }

  Mono<Promotion> promote(long id) {
    return model(id)
        .flatMap(found -> ModelSeries.change(session, organization, found.kind()).then(model(id)))
        .flatMap(
            model ->
                champion(model.kind())
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(former -> promoted(model, former.orElse(null))));
  }

  Mono<Promotion> rollback(RiskKind kind) {
    return ModelSeries.change(session, organization, kind)
        .then(champion(kind))
        .switchIfEmpty(Mono.error(() -> new Conflict("There is no champion of " + kind + ".")))
        .flatMap(
            present -> {
              Long former = present.formerId();
              return former == null
                  ? Mono.error(
                      new Conflict(
                          "Model "
                              + present.number()
                              + " took nobody's place; there is no former champion of "
                              + kind
                              + " to go back to."))
                  : model(former).flatMap(back -> replace(back, back.formerId(), present));
            });
  }

  /** The model as it is behind the lock. */
  static Mono<RiskModel> model(Session session, OrganizationId organization, long id) {
    return session
        .query(BY_ID, List.of(organization.value(), id), ModelRows::model)
        .singleOrEmpty()
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such model.")));
  }

  private Mono<RiskModel> model(long id) {
    return model(session, organization, id);
  }

  private Mono<RiskModel> champion(RiskKind kind) {
    return session
        .query(CHAMPION, List.of(organization.value(), kind.name()), ModelRows::model)
        .singleOrEmpty();
  }

  private Mono<Promotion> promoted(RiskModel model, @Nullable RiskModel former) {
    if (model.state() == ModelState.CHAMPION) {
      return Mono.error(
          new Conflict(
              "Model " + model.number() + " of " + model.kind() + " is champion already."));
    }
    return former == null
        ? replace(model, model.formerId(), null)
        : replace(model, former.id(), former);
  }

  /** The former retires first: an index lets no two be champion, even for a moment. */
  private Mono<Promotion> replace(
      RiskModel model, @Nullable Long returnsTo, @Nullable RiskModel former) {
    Mono<Optional<RiskModel>> retired =
        former == null
            ? Mono.just(Optional.empty())
            : moved(former, former.in(ModelState.RETIRED, 0, 0, former.formerId()))
                .map(Optional::of);
    return retired.flatMap(
        gone ->
            moved(model, model.in(ModelState.CHAMPION, 0, 0, returnsTo))
                .map(champion -> new Promotion(gone.orElse(null), model, champion)));
  }

  private Mono<RiskModel> moved(RiskModel before, RiskModel wanted) {
    return WriteModel.move(session, wanted)
        .delayUntil(after -> WriteModel.step(session, after, before.state(), why));
  }
}
