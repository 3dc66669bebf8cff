package io.outlay.scoring.metric;

/** How far stated probabilities are from what happened, row by row. */
public final class ProbabilityScores {

  /** As scikit-learn once did: no single row may make the mean infinite. */
  private static final double LEAST = 1e-15;

  private ProbabilityScores() {}

  /** Mean negative log-likelihood in nats (Good 1952); probabilities are kept 1e-15 off 0 and 1. */
  public static double logLoss(double[] probabilities, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double ofTruth = labels[i] ? probabilities[i] : 1 - probabilities[i];
      sum -= Math.log(Math.clamp(ofTruth, LEAST, 1 - LEAST));
    }
    return sum / labels.length;
  }

  /** Mean squared difference (Brier 1950), 0 to 1. */
  public static double brier(double[] probabilities, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double difference = probabilities[i] - (labels[i] ? 1 : 0);
      sum += difference * difference;
    }
    return sum / labels.length;
  }

  /** Share of rows on the right side of 0.5, where 0.5 itself means positive. */
  public static double accuracy(double[] probabilities, boolean[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += probabilities[i] >= 0.5 == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }
}
