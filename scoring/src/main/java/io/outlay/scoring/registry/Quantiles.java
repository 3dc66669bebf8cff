package io.outlay.scoring.registry;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How features are distributed among rows. */
final class Quantiles {

  private static final int PERCENTILES = 100;

  private Quantiles() {}

  /** Quantiles by nearest rank and shares of missing values, one a feature. */
  static Background of(FeatureMatrix rows) {
    List<float[]> sorted =
        IntStream.range(0, rows.columns()).mapToObj(column -> known(rows, column)).toList();
    return new Background(
        sorted.stream().map(Quantiles::quantiles).toList(),
        sorted.stream()
            .mapToDouble(known -> 1 - (double) known.length / Math.max(1, rows.rows()))
            .toArray());
  }

  private static float[] known(FeatureMatrix rows, int column) {
    float[] values = new float[rows.rows()];
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      float value = rows.at(row, column);
      if (!Float.isNaN(value)) {
        values[count++] = value;
      }
    }
    float[] known = Arrays.copyOf(values, count);
    Arrays.sort(known);
    return known;
  }

  private static float[] quantiles(float[] sorted) {
    if (sorted.length == 0) {
      return sorted;
    }
    float[] quantiles = new float[PERCENTILES + 1];
    for (int i = 0; i <= PERCENTILES; i++) {
      quantiles[i] = sorted[Math.round((float) i / PERCENTILES * (sorted.length - 1))];
    }
    return quantiles;
  }
}
