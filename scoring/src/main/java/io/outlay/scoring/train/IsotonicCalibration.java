package io.outlay.scoring.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Isotonic regression by pooling adjacent violators (Zadrozny and Elkan 2002, "Transforming
 * classifier scores into accurate multiclass probability estimates"), its steps joined by lines
 * from centre to centre (centered isotonic regression, Oron and Flournoy 2017). A thousandth of the
 * uncalibrated probability is mixed in, for beyond the outermost centres the curve is flat and
 * would tie rows that the model tells apart.
 *
 * @param margins centres of the steps, rising
 * @param probabilities share of positives there, rising
 */
@SuppressWarnings("ArrayRecordComponent") // a curve, never compared
public record IsotonicCalibration(double[] margins, double[] probabilities) implements Calibration {

  private static final double UNCALIBRATED_SHARE = 1e-3;

  static IsotonicCalibration fit(float[] margins, boolean[] labels) {
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> margins[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    PooledSteps steps = new PooledSteps(labels.length + 2);
    // One positive below all and one negative above all: no step says never or always.
    steps.add(margins[order[0]], 1);
    for (int row : order) {
      steps.add(margins[row], labels[row] ? 1 : 0);
    }
    steps.add(margins[order[order.length - 1]], 0);
    return new IsotonicCalibration(steps.centres(), steps.means());
  }

  @Override
  public double probability(double margin) {
    double uncalibrated = 1 / (1 + Math.exp(-margin));
    return (1 - UNCALIBRATED_SHARE) * onCurve(margin) + UNCALIBRATED_SHARE * uncalibrated;
  }

  private double onCurve(double margin) {
    int found = Arrays.binarySearch(margins, margin);
    if (found >= 0) {
      return probabilities[found];
    }
    int above = -found - 1;
    if (above == 0 || above == margins.length) {
      return probabilities[Math.max(0, above - 1)];
    }
    double share = (margin - margins[above - 1]) / (margins[above] - margins[above - 1]);
    return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
  }
}
