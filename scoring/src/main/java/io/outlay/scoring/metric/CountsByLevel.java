package io.outlay.scoring.metric;

/** Counts of rows by level with sums over all lower levels in O(log n) (Fenwick 1994). */
final class CountsByLevel {

  private final long[] sums;
  private long total;

  CountsByLevel(int levels) {
    sums = new long[levels + 1];
  }

  void add(int level) {
    total++;
    for (int i = level + 1; i < sums.length; i += i & -i) {
      sums[i]++;
    }
  }

  long below(int level) {
    long sum = 0;
    for (int i = level; i > 0; i -= i & -i) {
      sum += sums[i];
    }
    return sum;
  }

  long at(int level) {
    return below(level + 1) - below(level);
  }

  long total() {
    return total;
  }
}
