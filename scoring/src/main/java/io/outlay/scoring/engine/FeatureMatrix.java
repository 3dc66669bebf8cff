package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;

/**
 * Rows of feature values, one row after the other; NaN stands for a missing value. The array is not
 * copied and must not be changed afterwards.
 *
 * @param values rows times columns values, none infinite
 * @param rows number of rows, 0 or more
 * @param columns number of features, 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // copying a thousand rows for each call would cost more
public record FeatureMatrix(float[] values, int rows, int columns) {

  /** Refuses what XGBoost would compute nonsense from. */
  public FeatureMatrix {
    if (columns < 1 || rows < 0 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          values.length + " values are not " + rows + " rows of " + columns + " features");
    }
    for (int i = 0; i < values.length; i++) {
      if (Float.isInfinite(values[i])) {
        throw BadRequest.of(
            "row " + i / columns + ", feature " + i % columns, values[i], "a finite number");
      }
    }
  }

  /** The value of a feature in a row; NaN when missing. */
  public float at(int row, int column) {
    return values[row * columns + column];
  }

  /** The named rows, in the order named. */
  public FeatureMatrix select(int[] chosen) {
    float[] copy = new float[chosen.length * columns];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * columns, copy, i * columns, columns);
    }
    return new FeatureMatrix(copy, chosen.length, columns);
  }
}
