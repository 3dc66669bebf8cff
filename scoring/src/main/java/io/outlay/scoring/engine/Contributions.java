package io.outlay.scoring.engine;

/**
 * What each feature added to each row's margin (TreeSHAP, Lundberg et al. 2020, "From local
 * explanations to global understanding with explainable AI for trees"), in units of the margin:
 * log-odds for a classifier. Base value and contributions of a row add up to its margin.
 */
public final class Contributions {

  private final float[] values;
  private final int rows;
  private final int features;

  /**
   * @param values for each row one value a feature, then the base value
   */
  Contributions(float[] values, int rows, int features) {
    this.values = values;
    this.rows = rows;
    this.features = features;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of features. */
  public int features() {
    return features;
  }

  /** What a feature added to a row's margin; negative when it lowered it. */
  public float of(int row, int feature) {
    return values[row * (features + 1) + feature];
  }

  /** The margin before anything is known of the row, the same for all rows. */
  public float baseValue(int row) {
    return values[row * (features + 1) + features];
  }

  /** Base value and contributions added up: the row's margin, but for rounding. */
  public double margin(int row) {
    double sum = 0;
    for (int i = 0; i <= features; i++) {
      sum += values[row * (features + 1) + i];
    }
    return sum;
  }
}
