package io.outlay.scoring.metric;

/**
 * The line that would make probabilities right (Cox 1958, "Two further applications of a model for
 * binary regression"): logistic regression of the label on the log-odds of the probability.
 *
 * @param slope 1 is right; below 1, probabilities are too extreme; NaN where it cannot be found
 * @param observedToExpected positives seen for each positive foretold; 1 is right
 */
public record CalibrationLine(double slope, double observedToExpected) {

  /** Fits the line to probabilities strictly between 0 and 1 (others are moved inside by 1e-9). */
  public static CalibrationLine of(double[] probabilities, boolean[] labels) {
    double[] logOdds = new double[probabilities.length];
    double expected = 0;
    int observed = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double p = Math.clamp(probabilities[i], 1e-9, 1 - 1e-9);
      logOdds[i] = Math.log(p / (1 - p));
      expected += probabilities[i];
      observed += labels[i] ? 1 : 0;
    }
    double slope = LogisticLine.fit(logOdds, targets(labels)).slope();
    return new CalibrationLine(slope, observed / expected);
  }

  private static double[] targets(boolean[] labels) {
    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      targets[i] = labels[i] ? 1 : 0;
    }
    return targets;
  }
}
