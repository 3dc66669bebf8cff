package io.outlay.scoring.train;

import io.outlay.scoring.metric.LogisticLine;

/**
 * Platt scaling (Platt 1999, "Probabilistic outputs for support vector machines", with its targets
 * drawn in from 0 and 1): probability = 1 / (1 + exp(-(intercept + slope margin))).
 *
 * @param slope above 0
 */
public record PlattCalibration(double intercept, double slope) implements Calibration {

  private static final PlattCalibration AS_IT_IS = new PlattCalibration(0, 1);

  static PlattCalibration fit(float[] margins, boolean[] labels) {
    double positives = Counts.ofTrue(labels);
    double ofPositive = (positives + 1) / (positives + 2);
    double ofNegative = 1 / (labels.length - positives + 2);
    double[] x = new double[labels.length];
    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      x[i] = margins[i];
      targets[i] = labels[i] ? ofPositive : ofNegative;
    }
    LogisticLine line = LogisticLine.fit(x, targets);
    // A slope below nought would turn the order round; a model that bad is left as it is.
    return line.slope() > 0 ? new PlattCalibration(line.intercept(), line.slope()) : AS_IT_IS;
  }

  @Override
  public double probability(double margin) {
    return 1 / (1 + Math.exp(-(intercept + slope * margin)));
  }
}
