package io.outlay.scoring.registry;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.feature.FeatureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes models that were trained elsewhere into the registry. */
public final class ModelImports {

  /** With fewer rows their quantiles would say more about the rows than about users. */
  private static final int FEWEST_FOR_QUANTILES = 100;

  private final RiskModels registry;
  private final FeatureReader features;
  private final ModelShelf shelf;
  private final Scheduler scheduler;

  /**
   * Works on a registry.
   *
   * @param scheduler a bounded one that may block; models are tried on it
   */
  public ModelImports(
      RiskModels registry, FeatureReader features, ModelShelf shelf, Scheduler scheduler) {
    this.registry = registry;
    this.features = features;
    this.shelf = shelf;
    this.scheduler = scheduler;
  }

  /** Registers a model that says the same here. Errors with BadRequest naming what is wrong. */
  public Mono<RiskModel> register(
      OrganizationId organization, ForeignModel model, String by, Audit<RiskModel> audit) {
    return Mono.zip(features.features(organization, model.kind()), champion(organization, model))
        .flatMap(
            read ->
                Mono.fromCallable(
                        () ->
                            model.checked(
                                read.getT1(),
                                (names, samples) ->
                                    background(names, samples, read.getT2().orElse(null)),
                                by))
                    .subscribeOn(scheduler))
        .flatMap(checked -> registry.register(organization, checked, audit));
  }

  private Mono<Optional<ServedModel>> champion(OrganizationId organization, ForeignModel model) {
    return shelf
        .of(organization, model.kind())
        .map(served -> Optional.of(served.champion()))
        .defaultIfEmpty(Optional.empty());
  }

  /** Of enough sample rows; else what the champion knows of the same features. */
  private static Background background(
      List<String> names, FeatureMatrix samples, @Nullable ServedModel champion) {
    if (samples.rows() >= FEWEST_FOR_QUANTILES) {
      return Background.of(samples);
    }
    List<float[]> quantiles = new ArrayList<>();
    double[] missing = new double[names.size()];
    for (int i = 0; i < missing.length; i++) {
      int place = champion == null ? -1 : champion.features().names().indexOf(names.get(i));
      boolean isKnown = champion != null && place >= 0;
      quantiles.add(isKnown ? champion.background().quantiles().get(place) : new float[0]);
      missing[i] = isKnown ? champion.background().missing()[place] : Double.NaN;
    }
    return new Background(quantiles, missing);
  }
}
