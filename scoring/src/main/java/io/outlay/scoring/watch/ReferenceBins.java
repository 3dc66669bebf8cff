package io.outlay.scoring.watch;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a value was distributed in the rows that others are compared with: ten bins between its
 * quantiles, and one for missing. Quantiles that are tied make one bin of several, so a value that
 * half of the rows had is a bin of half of the rows.
 *
 * @param edges upper ends, included, of all bins but the last, strictly rising
 * @param shares of the reference rows in each bin, then of those without a value; they add up to 1
 * @param rows number of reference rows, 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
public record ReferenceBins(double[] edges, double[] shares, long rows) {

  private static final int BINS = 10;

  /** Of the reference values themselves; NaN for missing. */
  public static ReferenceBins of(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] edges = edges(known, bin -> (int) Math.ceil(bin * (double) known.length / BINS) - 1);
    double[] shares = new double[edges.length + 2];
    for (double value : values) {
      shares[bin(edges, value)] += 1.0 / values.length;
    }
    return new ReferenceBins(edges, shares, values.length);
  }

  /**
   * Of quantiles that were kept instead of the values. The share of a value that many rows had is
   * known to one step between quantiles.
   *
   * @param quantiles rising values at evenly spaced ranks from the least to the greatest; empty
   *     where the value was always missing
   * @param missing share of the rows without a value, from 0 to 1
   */
  public static ReferenceBins of(double[] quantiles, double missing, long rows) {
    int steps = Math.max(1, quantiles.length - 1);
    double[] edges = edges(quantiles, bin -> (int) Math.round(bin * (double) steps / BINS));
    double[] shares = new double[edges.length + 2];
    double below = 0;
    for (int i = 0; i < edges.length; i++) {
      double upTo = shareUpTo(quantiles, edges[i]);
      shares[i] = (upTo - below) * (1 - missing);
      below = upTo;
    }
    shares[edges.length] = (1 - below) * (1 - missing);
    shares[edges.length + 1] = missing;
    return new ReferenceBins(edges, shares, rows);
  }

  /** Number of rows in each bin, the last those without a value. */
  public long[] count(double[] values) {
    long[] counts = new long[shares.length];
    for (double value : values) {
      counts[bin(edges, value)]++;
    }
    return counts;
  }

  /**
   * Of values that begin with a tie, what lies below all of them is a bin of its own, so far empty.
   */
  private static double[] edges(double[] rising, IntUnaryOperator indexOfQuantile) {
    if (rising.length == 0) {
      return new double[0];
    }
    double[] quantiles =
        IntStream.range(1, BINS)
            .mapToDouble(bin -> rising[indexOfQuantile.applyAsInt(bin)])
            .distinct()
            .toArray();
    return quantiles[0] > rising[0]
        ? quantiles
        : DoubleStream.concat(DoubleStream.of(Math.nextDown(rising[0])), Arrays.stream(quantiles))
            .toArray();
  }

  private static double shareUpTo(double[] quantiles, double edge) {
    int last = quantiles.length - 1;
    while (last >= 0 && quantiles[last] > edge) {
      last--;
    }
    return Math.max(0, last) / (double) Math.max(1, quantiles.length - 1);
  }

  private static int bin(double[] edges, double value) {
    if (Double.isNaN(value)) {
      return edges.length + 1;
    }
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found : -found - 1;
  }
}
