package io.outlay.scoring.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How often, of two rows, the one with the higher risk has its event first. A pair counts when the
 * earlier time is an event; a row censored at the time of another's event lives longer than it. A
 * tied risk counts one half. In O(n log n).
 */
public final class Concordance {

  private Concordance() {}

  /**
   * Harrell's C (Harrell, Califf, Pryor, Lee, Rosati 1982, "Evaluating the yield of medical
   * tests"), 0 to 1; NaN where no pair counts.
   *
   * @param risks higher means earlier
   */
  public static double harrell(SurvivalTimes observed, double[] risks) {
    return weighted(observed, risks, i -> 1);
  }

  /**
   * Uno's C (Uno, Cai, Pencina, D'Agostino, Wei 2011, "On the C-statistics for evaluating overall
   * adequacy of risk prediction procedures with censored survival data"): each pair is weighted by
   * the inverse squared probability of being uncensored until its event, estimated by Kaplan-Meier
   * from the same rows, so that the figure does not depend on the censoring. Without truncation.
   */
  public static double uno(SurvivalTimes observed, double[] risks) {
    double[] uncensored = CensoringCurve.leftLimits(observed);
    return weighted(observed, risks, i -> 1 / (uncensored[i] * uncensored[i]));
  }

  private static double weighted(
      SurvivalTimes observed, double[] risks, IntToDoubleFunction weight) {
    double[] levels = Arrays.stream(risks).sorted().distinct().toArray();
    CountsByLevel later = new CountsByLevel(levels.length);
    int[] order = RankOrder.ascending(observed.times());
    double won = 0;
    double pairs = 0;
    for (int end = order.length; end > 0; ) {
      int start = startOfTie(order, observed.times(), end);
      addAll(later, levels, risks, order, start, end, observed.events(), false);
      for (int i = start; i < end; i++) {
        int row = order[i];
        if (observed.events()[row]) {
          int level = Arrays.binarySearch(levels, risks[row]);
          double w = weight.applyAsDouble(row);
          won += w * (later.below(level) + 0.5 * later.at(level));
          pairs += w * later.total();
        }
      }
      addAll(later, levels, risks, order, start, end, observed.events(), true);
      end = start;
    }
    return won / pairs;
  }

  private static void addAll(
      CountsByLevel later,
      double[] levels,
      double[] risks,
      int[] order,
      int start,
      int end,
      boolean[] events,
      boolean wanted) {
    for (int i = start; i < end; i++) {
      if (events[order[i]] == wanted) {
        later.add(Arrays.binarySearch(levels, risks[order[i]]));
      }
    }
  }

  private static int startOfTie(int[] order, double[] times, int end) {
    int start = end - 1;
    while (start > 0 && times[order[start - 1]] == times[order[end - 1]]) {
      start--;
    }
    return start;
  }
}
