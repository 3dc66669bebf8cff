package io.outlay.scoring.registry;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.feature.FeatureReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
  private final RiskSettingsStore settings;
  private final Scheduler scheduler;

  /**
   * Works on a registry.
   *
   * @param scheduler a bounded one that may block; models are tried on it
   */
  public ModelImports(
      RiskModels registry,
      FeatureReader features,
      ModelShelf shelf,
      RiskSettingsStore settings,
      Scheduler scheduler) {
    this.registry = registry;
    this.features = features;
    this.shelf = shelf;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  /** Registers a model that says the same here. Errors with BadRequest naming what is wrong. */
  public Mono<RiskModel> register(
      OrganizationId organization, ForeignModel model, String by, Audit<RiskModel> audit) {
    return Mono.zip(
            features.features(organization, model.kind()),
            champion(organization, model),
            settings.of(organization))
        .flatMap(
            read ->
                Mono.fromCallable(
                        () ->
                            model.checked(
                                read.getT1(),
                                read.getT3().costs(model.kind()).threshold(),
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
    return champion == null
        ? unknown(names.size())
        : known(names, champion.features().names(), champion.background());
  }

  private static Background known(List<String> names, List<String> there, Background background) {
    List<float[]> quantiles = new ArrayList<>();
    double[] missing = new double[names.size()];
    for (int i = 0; i < missing.length; i++) {
      int place = there.indexOf(names.get(i));
      quantiles.add(place < 0 ? new float[0] : background.quantiles().get(place));
      missing[i] = place < 0 ? Double.NaN : background.missing()[place];
    }
    return new Background(quantiles, missing);
  }

  private static Background unknown(int features) {
    double[] missing = new double[features];
    Arrays.fill(missing, Double.NaN);
    return new Background(Collections.nCopies(features, new float[0]), missing);
  }
}
