package io.outlay.scoring.metric;

/**
 * Expected calibration error (Naeini, Cooper, Hauskrecht 2015, "Obtaining well calibrated
 * probabilities using Bayesian binning"): rows fall into ten bins of equal width by their
 * probability; the mean over bins, weighted by rows, of the distance between mean probability and
 * share of positives.
 */
public final class CalibrationError {

  private static final int BINS = 10;

  private CalibrationError() {}

  /** 0 to 1; NaN where there are no rows. */
  public static double of(double[] probabilities, boolean[] labels) {
    // The bin's weight and its mean's divisor cancel: only the sum of differences is needed.
    double[] differences = new double[BINS];
    for (int i = 0; i < labels.length; i++) {
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      differences[bin] += probabilities[i] - (labels[i] ? 1 : 0);
    }
    double sum = 0;
    for (double difference : differences) {
      sum += Math.abs(difference);
    }
    return sum / labels.length;
  }
}
