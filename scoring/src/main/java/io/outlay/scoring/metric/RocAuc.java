package io.outlay.scoring.metric;

/**
 * Area under the receiver operating characteristic: the probability that a positive row scores
 * higher than a negative one, a tie counting one half (Hanley and McNeil 1982, "The meaning and use
 * of the area under a ROC curve"; equal to the Mann-Whitney statistic).
 */
public final class RocAuc {

  private RocAuc() {}

  /** 0 to 1; NaN where there are only positives or only negatives. */
  public static double of(double[] scores, boolean[] labels) {
    int[] order = RankOrder.ascending(scores);
    double won = 0;
    long negativesBelow = 0;
    long positives = 0;
    for (int start = 0; start < order.length; ) {
      int end = RankOrder.endOfTie(order, scores, start);
      long tiedPositives = 0;
      for (int i = start; i < end; i++) {
        tiedPositives += labels[order[i]] ? 1 : 0;
      }
      long tiedNegatives = end - start - tiedPositives;
      won += tiedPositives * (negativesBelow + 0.5 * tiedNegatives);
      negativesBelow += tiedNegatives;
      positives += tiedPositives;
      start = end;
    }
    return won / ((double) positives * negativesBelow);
  }
}
