package io.outlay.scoring.registry;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * How each feature was distributed among the rows a model learned from.
 *
 * @param quantiles for each feature its values at the 101 percentiles from 0 to 100, rising; empty
 *     where it was always missing
 * @param missing for each feature the share of rows that lacked it
 */
@SuppressWarnings("ArrayRecordComponent") // written and read as JSON, never compared
public record Background(List<float[]> quantiles, double[] missing) {

  /** Quantiles by nearest rank and shares of missing values of rows. */
  public static Background of(FeatureMatrix rows) {
    return Quantiles.of(rows);
  }

  /**
   * Share of rows whose value lay below or at this one, in percent from 0 to 100; NaN where the
   * value or all of theirs are missing.
   */
  public double percentile(int feature, float value) {
    float[] known = quantiles.get(feature);
    if (known.length == 0 || Float.isNaN(value)) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(known, value);
    if (found < 0) {
      int below = -found - 1;
      return Math.max(0, below - 1) * 100.0 / (known.length - 1);
    }
    int last = found;
    while (last + 1 < known.length && known[last + 1] == value) {
      last++;
    }
    return last * 100.0 / (known.length - 1);
  }
}
