package io.outlay.scoring.train;

import io.outlay.scoring.engine.Objective;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How trees are boosted; the same for every table.
 *
 * @param learningRate share of each tree's step that is taken
 * @param depth levels of a tree
 * @param rowShare share of the rows each tree sees
 * @param featureShare share of the features each tree sees
 * @param leafWeight least sum of second derivatives in a leaf
 * @param mostRounds trees at most
 * @param patience rounds without a better loss on held-out rows after which no more are tried
 * @param innerFolds parts of the training rows that are held out in turn, 2 or more
 */
public record BoostingParameters(
    double learningRate,
    int depth,
    double rowShare,
    double featureShare,
    double leafWeight,
    int mostRounds,
    int patience,
    int innerFolds) {

  /** The defaults behind every figure of docs/models.md. */
  public static final BoostingParameters DEFAULT =
      new BoostingParameters(0.05, 4, 0.8, 0.5, 5, 600, 25, 4);

  /** Parameters under XGBoost's names; one thread, so that equal input gives equal bytes. */
  Map<String, String> forXgboost(Objective objective, long seed) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("objective", objective.xgboostName());
    named.put("tree_method", "hist");
    named.put("eta", Double.toString(learningRate));
    named.put("max_depth", Integer.toString(depth));
    named.put("subsample", Double.toString(rowShare));
    named.put("colsample_bytree", Double.toString(featureShare));
    named.put("min_child_weight", Double.toString(leafWeight));
    named.put("nthread", "1");
    named.put("verbosity", "0");
    named.put("seed", Long.toString(seed));
    if (objective == Objective.AFT) {
      named.put("eval_metric", "aft-nloglik");
      named.put("aft_loss_distribution", "normal");
      named.put("aft_loss_distribution_scale", "1.5");
      named.put("base_score", "1");
    } else {
      named.put("eval_metric", "logloss");
    }
    return named;
  }
}
