package io.outlay.scoring.training;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.XgboostEngine;
import io.outlay.scoring.metric.SurvivalTimes;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.registry.Background;
import io.outlay.scoring.registry.Bands;
import io.outlay.scoring.registry.FeatureVersions;
import io.outlay.scoring.registry.ModelRecipe;
import io.outlay.scoring.train.AnomalyModel;
import io.outlay.scoring.train.BoostingParameters;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.train.LabelFrequencyCalibration;
import io.outlay.scoring.train.LearnedModel;
import io.outlay.scoring.train.ModelTrainer;
import io.outlay.scoring.train.Outcome;
import io.outlay.scoring.train.RiskClassifier;
import io.outlay.scoring.train.SurvivalModel;
import io.outlay.scoring.train.TimeSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model of a table: classifier, what stands beside it by kind, calibration, threshold and
 * figures. Blocks for seconds to minutes on one core.
 */
final class ModelMaking {

  private static final double LEAST_THRESHOLD = 1e-6;
  private static final int FEWEST_EVALUATED = 5;

  /** A churn model has two boosters to grow; about two thirds go into the first. */
  private static final double FIRST_SHARE = 0.65;

  private final TrainingTable table;
  private final Stakes stakes;
  private final BoostingParameters parameters;
  private final long seed;
  private final DoubleConsumer progress;
  private final TimeSplit split;

  /**
   * @param progress told the share that is done, from 0 to 1; ends the work by what it throws
   */
  ModelMaking(
      TrainingTable table,
      Stakes stakes,
      BoostingParameters parameters,
      long seed,
      DoubleConsumer progress) {
    this.table = table;
    this.stakes = stakes;
    this.parameters = parameters;
    this.seed = seed;
    this.progress = progress;
    this.split = TimeSplit.of(table.rows().rows());
  }

  MadeModel make() {
    requireEvaluable();
    try (RiskClassifier classifier =
            (RiskClassifier) train(new Outcome.Binary(table.labels()), 0, FIRST_SHARE);
        Beside beside = new Beside(survival(), anomaly())) {
      Calibration decided = corrected(classifier.calibration());
      ModelMetrics metrics = metrics(classifier, decided, beside);
      ModelRecipe recipe = recipe(decided, metrics.confusion().threshold(), beside);
      return made(files(classifier, beside), recipe, metrics);
    }
  }

  private MadeModel made(List<ModelFileContent> files, ModelRecipe recipe, ModelMetrics metrics) {
    TrainingParameters told =
        TrainingParameters.of(parameters, seed, split, trees(files.getFirst()), stakes);
    return new MadeModel(
        table.kind(),
        FeatureVersions.of(table.features()),
        data(),
        told.toJson(),
        metrics,
        recipe,
        TrainedCard.of(table, data(), told, metrics, recipe),
        files);
  }

  private LearnedModel train(Outcome outcome, double from, double to) {
    return new ModelTrainer(parameters, seed)
        .train(
            table.features().names(),
            table.rows(),
            outcome,
            split,
            round ->
                progress.accept(
                    from + (to - from) * Math.min(1, (double) round / parameters.mostRounds())));
  }

  private @Nullable SurvivalModel survival() {
    SurvivalTimes times = table.survival();
    return times == null || table.kind() != RiskKind.CHURN
        ? null
        : (SurvivalModel) train(new Outcome.Survival(times), FIRST_SHARE, 1);
  }

  private @Nullable AnomalyModel anomaly() {
    return table.kind() == RiskKind.FRAUD
        ? (AnomalyModel)
            new ModelTrainer(parameters, seed).trainAnomaly(table.rows().select(split.learned()))
        : null;
  }

  private Calibration corrected(Calibration labelled) {
    return stakes.labelFrequency() < 1
        ? new LabelFrequencyCalibration(labelled, stakes.labelFrequency())
        : labelled;
  }

  private ModelMetrics metrics(RiskClassifier classifier, Calibration decided, Beside beside) {
    FeatureMatrix rows = table.rows().select(split.evaluation());
    float[] margins = margins(classifier.file(), rows);
    Evaluation evaluation =
        new Evaluation(
            probabilities(margins, classifier.calibration()),
            probabilities(margins, decided),
            new Outcome.Binary(table.labels()).select(split.evaluation()).labels(),
            IntStream.of(split.evaluation()).mapToObj(table.segments()::get).toList());
    ModelMetrics.Confusion confusion =
        evaluation.confusion(
            Math.clamp(stakes.costs().threshold(), LEAST_THRESHOLD, 1 - LEAST_THRESHOLD));
    return new ModelMetrics(
        table.samples().get(split.evaluation()[0]).at(),
        table.samples().getLast().at(),
        rows.rows(),
        evaluation.positives(),
        evaluation.rocAuc(),
        evaluation.prAuc(),
        evaluation.logLoss(),
        evaluation.brier(),
        evaluation.slope(),
        evaluation.observedToExpected(),
        evaluation.ece(),
        evaluation.lift(),
        confusion,
        evaluation.costs(confusion, stakes),
        evaluation.bySegment(),
        beside.survival() == null ? null : ofTimes(beside.survival(), rows),
        beside.anomaly() == null ? null : ofForest(beside.anomaly(), rows, evaluation.labels()));
  }

  private ModelMetrics.Survival ofTimes(SurvivalModel model, FeatureMatrix rows) {
    Outcome.Survival outcome =
        new Outcome.Survival(Objects.requireNonNull(table.survival())).select(split.evaluation());
    Map<String, Double> figures = model.figures(rows, outcome);
    return new ModelMetrics.Survival(
        rows.rows(),
        outcome.positives(),
        Evaluation.finite(figures.getOrDefault("cIndex", Double.NaN)),
        Evaluation.finite(figures.getOrDefault("cIndexUno", Double.NaN)));
  }

  private static ModelMetrics.Anomaly ofForest(
      AnomalyModel model, FeatureMatrix rows, boolean[] labels) {
    Map<String, Double> figures = model.figures(rows, new Outcome.Binary(labels));
    return new ModelMetrics.Anomaly(
        Evaluation.finite(figures.getOrDefault("auc", Double.NaN)),
        Evaluation.finite(figures.getOrDefault("prAuc", Double.NaN)));
  }

  private ModelRecipe recipe(Calibration decided, double threshold, Beside beside) {
    return ModelRecipe.of(
        decided,
        Bands.ofThreshold(threshold),
        Background.of(
            table.rows().select(split.latest()),
            IntStream.of(split.latest()).mapToObj(row -> table.samples().get(row).at()).toList()),
        beside.survival() == null ? null : beside.survival().curve());
  }

  private static List<ModelFileContent> files(RiskClassifier classifier, Beside beside) {
    List<ModelFileContent> files = new ArrayList<>();
    files.add(new ModelFileContent(ModelPart.MODEL, "model.ubj", classifier.file()));
    if (beside.survival() != null) {
      files.add(new ModelFileContent(ModelPart.SURVIVAL, "survival.ubj", beside.survival().file()));
    }
    if (beside.anomaly() != null) {
      files.add(new ModelFileContent(ModelPart.ANOMALY, "forest.json", beside.anomaly().file()));
    }
    return files;
  }

  private ModelData data() {
    return new ModelData(
        table.samples().getFirst().at(),
        table.samples().getLast().at(),
        table.knownBy(),
        table.rows().rows(),
        new Outcome.Binary(table.labels()).positives(),
        table.hash(),
        table.definition());
  }

  private static int trees(ModelFileContent file) {
    return ModelFile.read(file.bytes()).treeCount();
  }

  private static float[] margins(byte[] file, FeatureMatrix rows) {
    try (XgboostEngine engine = XgboostEngine.load(ModelFile.read(file))) {
      return engine.margins(rows);
    }
  }

  private static double[] probabilities(float[] margins, Calibration calibration) {
    return IntStream.range(0, margins.length)
        .mapToDouble(row -> calibration.probability(margins[row]))
        .toArray();
  }

  /** Figures of a handful of positives would only tell chance. */
  private void requireEvaluable() {
    int positives = new Outcome.Binary(table.labels()).select(split.evaluation()).positives();
    int negatives = split.evaluation().length - positives;
    if (positives < FEWEST_EVALUATED || negatives < FEWEST_EVALUATED) {
      throw BadRequest.of(
          "rows of the newest period",
          positives + " positive, " + negatives + " negative",
          "at least " + FEWEST_EVALUATED + " of each, so that the model can be judged");
    }
  }

  /** What stands beside the classifier. */
  private record Beside(@Nullable SurvivalModel survival, @Nullable AnomalyModel anomaly)
      implements AutoCloseable {

    @Override
    public void close() {
      if (survival != null) {
        survival.close();
      }
    }
  }
}
