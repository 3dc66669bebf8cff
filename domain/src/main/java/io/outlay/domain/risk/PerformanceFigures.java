package io.outlay.domain.risk;

/**
 * How good probabilities are. Counts are fractions where they are expected instead of counted.
 *
 * @param rows how many probabilities
 * @param positives of how many it came true
 * @param rocAuc from 0 to 1; NaN where it came true of all or of none
 * @param logLoss mean, in nats
 * @param brier mean squared difference, 0 to 1
 * @param truePositives at or above the threshold, and it came true
 * @param falsePositives at or above the threshold, and it did not
 */
public record PerformanceFigures(
    long rows,
    double positives,
    double rocAuc,
    double logLoss,
    double brier,
    double truePositives,
    double falsePositives) {

  /** Below the threshold, and it came true. */
  public double falseNegatives() {
    return positives - truePositives;
  }

  /** Below the threshold, and it did not. */
  public double trueNegatives() {
    return rows - positives - falsePositives;
  }

  /** Share of those at or above the threshold of whom it came true; NaN where there are none. */
  public double precision() {
    return truePositives / (truePositives + falsePositives);
  }

  /** Share of those of whom it came true that were at or above the threshold; NaN for none. */
  public double recall() {
    return truePositives / positives;
  }
}
