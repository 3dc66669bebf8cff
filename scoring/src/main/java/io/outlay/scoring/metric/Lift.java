package io.outlay.scoring.metric;

/**
 * How many times more positives the highest-scored rows have than all rows have (Piatetsky-Shapiro
 * and Masand 1999, "Estimating campaign benefits and modeling lift").
 */
public final class Lift {

  private Lift() {}

  /**
   * Lift of a share of the rows, for example 0.1. Where the border falls into rows of equal score,
   * each of them counts in part. NaN where there is no positive.
   */
  public static double at(double share, double[] scores, boolean[] labels) {
    int[] order = RankOrder.ascending(scores);
    double wanted = share * order.length;
    double found = 0;
    long positives = 0;
    // From the lowest score up: rows above the border are what is left when passing it.
    double border = order.length - wanted;
    for (int start = 0; start < order.length; ) {
      int end = RankOrder.endOfTie(order, scores, start);
      int tied = 0;
      for (int i = start; i < end; i++) {
        tied += labels[order[i]] ? 1 : 0;
      }
      double inside = Math.clamp((end - border) / (end - start), 0, 1);
      found += tied * inside;
      positives += tied;
      start = end;
    }
    return found / wanted / ((double) positives / order.length);
  }
}
