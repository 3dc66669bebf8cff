package io.outlay.scoring.watch;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.PairedPrediction;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.StoredModel;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.experiment.Comparison;
import io.outlay.scoring.experiment.ErrorCosts;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.registry.ModelLoader;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.training.ModelMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * Sets a model that was just trained and the champion before the same rows: those of the newest
 * period, from which the new one has learned nothing.
 */
final class NewestPeriod {

  private static final double SIGNIFICANCE = 0.05;
  private static final int MOST_ROWS = 200_000;

  private final WatchTools tools;

  NewestPeriod(WatchTools tools) {
    this.tools = tools;
  }

  /** Compares them; what cannot be compared is not better. */
  Mono<Finding> compare(
      OrganizationId organization, RiskKind kind, long championId, long candidateId) {
    return Mono.zip(
            load(organization, championId),
            load(organization, candidateId),
            tools.features().features(organization, kind),
            tools.settings().of(organization))
        .flatMap(
            read ->
                rows(organization, kind, read.getT2())
                    .publishOn(tools.scheduler())
                    .map(
                        table ->
                            judge(
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                table,
                                ErrorCosts.of(read.getT4().costs(kind)),
                                read.getT4().costs(kind).threshold())))
        .onErrorResume(
            BadRequest.class, problem -> Mono.just(new Finding(false, problem.getMessage())))
        .onErrorResume(
            Conflict.class, problem -> Mono.just(new Finding(false, problem.getMessage())));
  }

  private Mono<StoredModel> load(OrganizationId organization, long id) {
    return tools
        .models()
        .load(organization, id)
        .switchIfEmpty(Mono.error(() -> new Conflict("Model " + id + " is not there any more.")));
  }

  private Mono<TrainingTable> rows(
      OrganizationId organization, RiskKind kind, StoredModel candidate) {
    ModelData data = candidate.model().data();
    String metrics = candidate.model().metrics();
    if (data == null || metrics == null) {
      return Mono.error(new Conflict("The model was not measured on a newest period."));
    }
    return tools
        .tables()
        .build(
            organization,
            kind,
            ModelMetrics.parse(metrics).from(),
            data.knownBy(),
            MOST_ROWS,
            share -> {});
  }

  private static Finding judge(
      StoredModel champion,
      StoredModel candidate,
      FeatureSet known,
      TrainingTable table,
      ErrorCosts costs,
      double threshold) {
    double[] first = probabilities(champion, known, table);
    double[] second = probabilities(candidate, known, table);
    List<PairedPrediction> pairs = new ArrayList<>();
    for (int row = 0; row < first.length; row++) {
      pairs.add(new PairedPrediction(first[row], second[row], table.labels()[row]));
    }
    return Finding.of(Comparison.of(pairs, threshold, costs, candidate.model().id()));
  }

  private static double[] probabilities(StoredModel stored, FeatureSet known, TrainingTable table) {
    ServedModel model = ModelLoader.load(stored, known);
    try {
      float[] margins = model.engine().margins(columns(model.features(), table));
      double[] probabilities = new double[margins.length];
      for (int row = 0; row < margins.length; row++) {
        probabilities[row] = model.calibration().probability(margins[row]);
      }
      return probabilities;
    } finally {
      model.engine().close();
    }
  }

  private static FeatureMatrix columns(FeatureSet wanted, TrainingTable table) {
    List<String> names = table.features().names();
    int[] places = wanted.names().stream().mapToInt(names::indexOf).toArray();
    float[] values = new float[table.rows().rows() * places.length];
    for (int row = 0; row < table.rows().rows(); row++) {
      for (int column = 0; column < places.length; column++) {
        values[row * places.length + column] =
            places[column] < 0 ? Float.NaN : table.rows().at(row, places[column]);
      }
    }
    return new FeatureMatrix(values, table.rows().rows(), places.length);
  }

  /**
   * What came of it.
   *
   * @param isBetter whether the new model orders better or costs less, and is not shown to be worse
   *     in the other
   */
  record Finding(boolean isBetter, String explanation) {

    static Finding of(ExperimentResult result) {
      double order = result.rocAuc().pValue();
      double cost = result.costMicros().pValue();
      boolean isBetter = order < SIGNIFICANCE || cost < SIGNIFICANCE;
      boolean isWorse = order > 1 - SIGNIFICANCE || cost > 1 - SIGNIFICANCE;
      return new Finding(
          isBetter && !isWorse,
          String.format(
              Locale.ROOT,
              "On %d rows of the newest period ROC-AUC %.4f against %.4f (p = %.4f), mean cost"
                  + " %.0f micros against %.0f (p = %.4f).",
              result.users(),
              result.rocAuc().second(),
              result.rocAuc().first(),
              order,
              result.costMicros().second(),
              result.costMicros().first(),
              cost));
    }
  }
}
