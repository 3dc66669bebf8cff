package io.outlay.scoring.watch;

import io.outlay.scoring.metric.ChiSquare;

/**
 * How far one value's distribution has moved from where it was, as the population stability index:
 * the sum over bins of (share now - share then) times the logarithm of their ratio (Lewis 1994, "An
 * Introduction to Credit Scoring"; twice the symmetrised divergence of Kullback and Leibler).
 *
 * <p>Without a move the index follows chi-square with one degree less than there are bins, times
 * (1/n + 1/m) (Yurdakul 2018, "Statistical Properties of Population Stability Index"), so the limit
 * of few rows is higher than the customary 0.1, which few rows exceed by chance.
 *
 * @param index 0 or more; 0 where nothing moved
 * @param limit above which chance does not explain it, at least 0.1
 * @param rows number of rows that were compared with the reference
 * @param missingThen share of the reference rows without a value, from 0 to 1
 * @param missingNow the same of the rows compared with it
 * @param sharesThen of the reference in each bin, at last those without a value
 * @param sharesNow the same of the rows compared with it
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
public record Drift(
    double index,
    double limit,
    long rows,
    double missingThen,
    double missingNow,
    double[] sharesThen,
    double[] sharesNow) {

  private static final double FLOOR = 1e-4;
  private static final double LEAST_LIMIT = 0.1;
  private static final double CERTAINTY = 0.999;

  /**
   * Compares values with the reference.
   *
   * @param values one a row, at least one; NaN for missing
   */
  public static Drift of(ReferenceBins reference, double[] values) {
    long[] counts = reference.count(values);
    double[] now = new double[counts.length];
    double index = 0;
    int used = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      now[bin] = (double) counts[bin] / values.length;
      double then = reference.shares()[bin];
      if (then > 0 || now[bin] > 0) {
        index += difference(Math.max(FLOOR, then), Math.max(FLOOR, now[bin]));
        used++;
      }
    }
    return new Drift(
        index,
        limit(used, reference.rows(), values.length),
        values.length,
        reference.shares()[counts.length - 1],
        now[counts.length - 1],
        reference.shares(),
        now);
  }

  /** Whether it moved farther than chance explains. */
  public boolean isFlagged() {
    return index > limit;
  }

  private static double difference(double then, double now) {
    return (now - then) * Math.log(now / then);
  }

  private static double limit(int bins, long then, long now) {
    return bins < 2
        ? LEAST_LIMIT
        : Math.max(LEAST_LIMIT, ChiSquare.quantile(CERTAINTY, bins - 1) * (1.0 / then + 1.0 / now));
  }
}
