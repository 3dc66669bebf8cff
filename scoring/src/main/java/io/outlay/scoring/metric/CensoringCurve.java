package io.outlay.scoring.metric;

/**
 * The probability of not being censored before a time (Kaplan and Meier 1958, with censoring as the
 * event; at equal times events come before censoring).
 */
final class CensoringCurve {

  private CensoringCurve() {}

  /** For each row the probability of being uncensored just before its own time. */
  static double[] leftLimits(SurvivalTimes observed) {
    int[] order = RankOrder.ascending(observed.times());
    double[] limits = new double[order.length];
    double curve = 1;
    for (int start = 0; start < order.length; ) {
      int end = RankOrder.endOfTie(order, observed.times(), start);
      int events = 0;
      int censored = 0;
      for (int i = start; i < end; i++) {
        limits[order[i]] = curve;
        events += observed.events()[order[i]] ? 1 : 0;
        censored += observed.events()[order[i]] ? 0 : 1;
      }
      int atRisk = order.length - start - events;
      curve *= atRisk == 0 ? 1 : 1 - (double) censored / atRisk;
      start = end;
    }
    return limits;
  }
}
