package io.outlay.scoring.train;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.metric.SurvivalTimes;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * Trains models. The same rows, outcomes, parts, parameters and seed give a model file of the same
 * bytes. Blocks for seconds to minutes on one core.
 */
public final class ModelTrainer {

  private static final int FEWEST_ROWS = 40;
  private static final int FEWEST_OF_EACH = 10;
  private static final int FEWEST_OF_EACH_PART = 5;

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
    TimeScale scale = scale(outcome);
    Map<String, String> named = parameters.forXgboost(outcome.objective(), seed);
    HeldOut heldOut = HeldOut.foretell(rows, outcome, scale, partOf, parameters, named);
    byte[] file = boost(features, rows, outcome, scale, named, heldOut.rounds(), round -> {});
    return calibrated(BoostedTrees.load(file, features), heldOut.margins(), outcome, scale);
  }

  /**
   * Trains boosted trees on rows in the order of their times: their number comes from the rows that
   * follow those it is sought on, calibration from rows that no tree has seen, and the newest part
   * is left alone.
   *
   * @param onRound told each round, on this thread; ends the training by what it throws
   * @throws BadRequest when a part has too few rows
   */
  public LearnedModel train(
      List<String> features,
      FeatureMatrix rows,
      Outcome outcome,
      TimeSplit split,
      IntConsumer onRound) {
    Outcome learned = outcome.select(split.learned());
    requireEnough(learned);
    requireSome("rows to stop by", outcome.select(split.stopping()));
    Outcome calibrating = outcome.select(split.calibration());
    requireSome("rows to calibrate with", calibrating);
    TimeScale scale = scale(learned);
    Map<String, String> named = parameters.forXgboost(outcome.objective(), seed);
    HeldOut found = HeldOut.following(rows, outcome, scale, split, parameters, named, onRound);
    byte[] file =
        boost(
            features, rows.select(split.learned()), learned, scale, named, found.rounds(), onRound);
    BoostedTrees trees = BoostedTrees.load(file, features);
    return calibrated(trees, trees.margins(rows.select(split.calibration())), calibrating, scale);
  }

  private static TimeScale scale(Outcome outcome) {
    return outcome instanceof Outcome.Survival(SurvivalTimes times)
        ? TimeScale.of(times)
        : new TimeScale(1, 0);
  }

  private static LearnedModel calibrated(
      BoostedTrees trees, float[] margins, Outcome outcome, TimeScale scale) {
    return switch (outcome) {
      case Outcome.Binary(boolean[] labels) ->
          new RiskClassifier(trees, Calibration.fit(margins, labels));
      case Outcome.Survival survival ->
          new SurvivalModel(trees, SurvivalCurve.fit(margins, survival, scale));
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
      int rounds,
      IntConsumer onRound) {
    try (TrainingMatrix training = TrainingMatrix.of(rows, outcome, scale);
        Boosting boosting = new Boosting(training, training, named)) {
      for (int round = 0; round < rounds; round++) {
        onRound.accept(round);
        boosting.boost();
      }
      return boosting.file(features.toArray(String[]::new));
    }
  }

  /** Fewer would make the rows' answer a matter of chance. */
  private static void requireSome(String what, Outcome outcome) {
    int negatives = outcome.rows() - outcome.positives();
    boolean oneSided = outcome instanceof Outcome.Binary && negatives < FEWEST_OF_EACH_PART;
    if (outcome.positives() < FEWEST_OF_EACH_PART || oneSided) {
      throw BadRequest.of(
          what,
          outcome.positives() + " positive, " + negatives + " negative",
          "at least " + FEWEST_OF_EACH_PART + " of each");
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
