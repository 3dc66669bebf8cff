package io.outlay.scoring.engine;

import java.util.SplittableRandom;

/**
 * Rows that reach many leaves of a model: values at its own thresholds, beside them, or missing.
 */
final class ProbeRows {

  private static final int ROWS = 16;

  private ProbeRows() {}

  static FeatureMatrix of(ModelFile file) {
    SplittableRandom random = new SplittableRandom(ROWS);
    int columns = file.features();
    float[] values = new float[ROWS * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(file.thresholds(i % columns), random);
    }
    return new FeatureMatrix(values, ROWS, columns);
  }

  private static float value(float[] thresholds, SplittableRandom random) {
    int draw = random.nextInt(10);
    if (thresholds.length == 0 || draw == 0) {
      return Float.NaN;
    }
    float threshold = thresholds[random.nextInt(thresholds.length)];
    return draw % 2 == 0 ? threshold : Math.nextDown(threshold);
  }
}
