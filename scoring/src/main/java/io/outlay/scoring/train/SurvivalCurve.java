package io.outlay.scoring.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How long rows lived relative to what was foretold of them: the Kaplan-Meier curve (1958) of time
 * over foretold time, from rows the model did not see. It calibrates the accelerated failure time
 * model without believing in the distribution it was trained with.
 *
 * @param ratios time over foretold time at which events happened, rising
 * @param survival share still without event after each, falling
 */
@SuppressWarnings("ArrayRecordComponent") // a curve, never compared
public record SurvivalCurve(TimeScale scale, double[] ratios, double[] survival) {

  private static final int MOST_STEPS = 500;

  static SurvivalCurve fit(float[] margins, Outcome.Survival outcome, TimeScale scale) {
    double[] ratios = new double[margins.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = scale.scaled(outcome.times().times()[i]) / Math.exp(margins[i]);
    }
    int[] order =
        IntStream.range(0, ratios.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> ratios[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] at = new double[ratios.length];
    double[] left = new double[ratios.length];
    int steps = 0;
    double curve = 1;
    for (int i = 0; i < order.length; i++) {
      if (outcome.times().events()[order[i]]) {
        curve *= 1 - 1.0 / (order.length - i);
        at[steps] = ratios[order[i]];
        left[steps++] = curve;
      }
    }
    return new SurvivalCurve(scale, thinned(at, steps), thinned(left, steps));
  }

  /** Probability of the event within a time, from 0 to 1; the time is in the table's unit. */
  public double probabilityWithin(double time, double margin) {
    double ratio = scale.scaled(time) / Math.exp(margin);
    int found = Arrays.binarySearch(ratios, ratio);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? 0 : 1 - survival[last];
  }

  /** Time by which half have had the event; NaN where fewer than half were seen to have it. */
  public double medianTime(double margin) {
    for (int i = 0; i < survival.length; i++) {
      if (survival[i] <= 0.5) {
        return ratios[i] * Math.exp(margin) * scale.unit();
      }
    }
    return Double.NaN;
  }

  private static double[] thinned(double[] values, int count) {
    int kept = Math.min(count, MOST_STEPS);
    double[] few = new double[kept];
    for (int i = 0; i < kept; i++) {
      few[i] = values[(int) ((long) (i + 1) * count / kept) - 1];
    }
    return few;
  }
}
