package io.outlay.scoring.metric;

/**
 * Area under the precision-recall curve as average precision: the sum over thresholds of the gain
 * in recall times the precision there, without interpolation (as scikit-learn's {@code
 * average_precision_score}; see Davis and Goadrich 2006 for why not trapezoids).
 */
public final class AveragePrecision {

  private AveragePrecision() {}

  /** 0 to 1; NaN where there is no positive. Rows of equal score are taken together. */
  public static double of(double[] scores, boolean[] labels) {
    int[] order = RankOrder.ascending(negated(scores));
    double area = 0;
    long found = 0;
    for (int start = 0; start < order.length; ) {
      int end = RankOrder.endOfTie(order, scores, start);
      long gained = 0;
      for (int i = start; i < end; i++) {
        gained += labels[order[i]] ? 1 : 0;
      }
      found += gained;
      area += gained * ((double) found / end);
      start = end;
    }
    return area / found;
  }

  private static double[] negated(double[] scores) {
    double[] negated = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      negated[i] = -scores[i];
    }
    return negated;
  }
}
