package io.outlay.scoring.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Row numbers by value. */
final class RankOrder {

  private RankOrder() {}

  static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The end (exclusive) of the run of equal values that begins at a place of the order. */
  static int endOfTie(int[] order, double[] values, int start) {
    int end = start + 1;
    while (end < order.length && values[order[end]] == values[order[start]]) {
      end++;
    }
    return end;
  }
}
