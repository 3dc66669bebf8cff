package io.outlay.scoring.train;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.metric.SurvivalTimes;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Trains models. The same rows, outcomes, parts, parameters and seed give a model file of the same
 * bytes. Blocks for seconds to minutes on one core.
 */
public final class ModelTrainer {

  private static final int FEWEST_ROWS = 40;
  private static final int FEWEST_OF_EACH = 10;

  private final BoostingParameters parameters;
  private final long seed;

  /** A trainer; the seed is where chance begins. */
  public ModelTrainer(BoostingParameters parameters, long seed) {
    this.parameters = parameters;
    this.seed = seed;
  }

  /**
   * Trains boosted trees: a classifier for yes or no, a survival model for times. Rounds and
   * calibration come from rows held out in turn, the trees then from all rows.
   *
   * @param features names of the features
   * @param partOf which part a row is held out with, from 0 to the number of inner folds - 1; parts
   *     by time keep the future out of the past
   * @throws BadRequest when there are too few rows to learn from
   */
  public LearnedModel train(
      List<String> features, FeatureMatrix rows, Outcome outcome, IntUnaryOperator partOf) {
    requireEnough(outcome);
    TimeScale scale =
        outcome instanceof Outcome.Survival(SurvivalTimes times)
            ? TimeScale.of(times)
            : new TimeScale(1, 0);
    Map<String, String> named = parameters.forXgboost(outcome.objective(), seed);
    HeldOut heldOut = HeldOut.foretell(rows, outcome, scale, partOf, parameters, named);
    byte[] file = boost(features, rows, outcome, scale, named, heldOut.rounds());
    BoostedTrees trees = BoostedTrees.load(file, features);
    return switch (outcome) {
      case Outcome.Binary(boolean[] labels) ->
          new RiskClassifier(trees, Calibration.fit(heldOut.margins(), labels));
      case Outcome.Survival survival ->
          new SurvivalModel(trees, SurvivalCurve.fit(heldOut.margins(), survival, scale));
    };
  }

  /** Trains an isolation forest; labels are not needed. */
  public LearnedModel trainAnomaly(FeatureMatrix rows) {
    if (rows.rows() < FEWEST_ROWS) {
      throw BadRequest.of("number of rows", rows.rows(), "at least " + FEWEST_ROWS);
    }
    return new AnomalyModel(IsolationForest.fit(rows, seed));
  }

  private static byte[] boost(
      List<String> features,
      FeatureMatrix rows,
      Outcome outcome,
      TimeScale scale,
      Map<String, String> named,
      int rounds) {
    try (TrainingMatrix training = TrainingMatrix.of(rows, outcome, scale);
        Boosting boosting = new Boosting(training, training, named)) {
      for (int round = 0; round < rounds; round++) {
        boosting.boost();
      }
      return boosting.file(features.toArray(String[]::new));
    }
  }

  private static void requireEnough(Outcome outcome) {
    int positives = outcome.positives();
    int negatives = outcome.rows() - positives;
    boolean oneSided = outcome instanceof Outcome.Binary && negatives < FEWEST_OF_EACH;
    if (outcome.rows() < FEWEST_ROWS || positives < FEWEST_OF_EACH || oneSided) {
      throw BadRequest.of(
          "rows to learn from",
          positives + " positive, " + negatives + " negative",
          "at least " + FEWEST_ROWS + " with " + FEWEST_OF_EACH + " of each");
    }
  }
}
