package io.outlay.scoring.experiment;

import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.PairedPrediction;
import java.util.Arrays;
import java.util.List;

/** Compares what two models said of the same users, by order and by money. */
public final class Comparison {

  private Comparison() {}

  /**
   * The comparison; blocks for some milliseconds.
   *
   * @param pairs the champion's probability first, the model's second; at least one
   * @param threshold from which on somebody is acted on, for both
   * @param seed of what is drawn; the same seed gives the same figures
   */
  public static ExperimentResult of(
      List<PairedPrediction> pairs, double threshold, ErrorCosts costs, long seed) {
    int rows = pairs.size();
    double[] champion = new double[rows];
    double[] model = new double[rows];
    boolean[] labels = new boolean[rows];
    long[] championCosts = new long[rows];
    long[] modelCosts = new long[rows];
    int positives = 0;
    for (int i = 0; i < rows; i++) {
      PairedPrediction pair = pairs.get(i);
      champion[i] = pair.first();
      model[i] = pair.second();
      labels[i] = pair.hasHappened();
      championCosts[i] = costs.of(pair.first() >= threshold, labels[i]);
      modelCosts[i] = costs.of(pair.second() >= threshold, labels[i]);
      positives += labels[i] ? 1 : 0;
    }
    return new ExperimentResult(
        rows,
        positives,
        DeLongTest.of(champion, model, labels),
        CostTest.of(championCosts, modelCosts, seed),
        Arrays.stream(championCosts).sum(),
        Arrays.stream(modelCosts).sum());
  }
}
