package io.outlay.scoring.registry;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Promotion;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.StoredModel;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Changes of the champion, once it is known that the new one can be loaded. */
public final class ModelPromotions {

  private final RiskModels registry;
  private final FeatureReader features;
  private final Scheduler scheduler;

  /**
   * Works on a registry.
   *
   * @param scheduler a bounded one that may block; models are tried on it
   */
  public ModelPromotions(RiskModels registry, FeatureReader features, Scheduler scheduler) {
    this.registry = registry;
    this.features = features;
    this.scheduler = scheduler;
  }

  /**
   * Makes a model champion; see {@link RiskModels#promote}. Errors with {@link Conflict} also when
   * it cannot be loaded, and changes nothing.
   */
  public Mono<Promotion> promote(
      OrganizationId organization, long id, String reason, String by, Audit<Promotion> audit) {
    return registry
        .load(organization, id)
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such model.")))
        .flatMap(
            stored ->
                features
                    .features(organization, stored.model().kind())
                    .flatMap(known -> tried(stored, known)))
        .flatMap(loadable -> registry.promote(organization, id, reason, by, audit));
  }

  /** Brings back the former champion; see {@link RiskModels#rollback}. */
  public Mono<Promotion> rollback(
      OrganizationId organization,
      RiskKind kind,
      String reason,
      String by,
      Audit<Promotion> audit) {
    return registry.rollback(organization, kind, reason, by, audit);
  }

  private Mono<StoredModel> tried(StoredModel stored, FeatureSet known) {
    return Mono.fromCallable(
            () -> {
              ModelLoader.load(stored, known).close();
              return stored;
            })
        .subscribeOn(scheduler)
        .onErrorMap(
            BadRequest.class,
            problem ->
                new Conflict(
                    "Model "
                        + stored.model().number()
                        + " cannot be loaded: "
                        + problem.getMessage()));
  }
}
