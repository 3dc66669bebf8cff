package io.outlay.scoring.train;

import java.util.Arrays;

/** Pool adjacent violators: means of runs of values, each run pooled until the means rise. */
final class PooledSteps {

  private final double[] positions;
  private final double[] sums;
  private final int[] sizes;
  private int steps;

  PooledSteps(int most) {
    positions = new double[most];
    sums = new double[most];
    sizes = new int[most];
  }

  /** Adds a value at a position not below the last one. */
  void add(double position, double value) {
    positions[steps] = position;
    sums[steps] = value;
    sizes[steps] = 1;
    steps++;
    while (steps > 1 && mustPool(steps - 2, steps - 1)) {
      pool();
    }
  }

  /** Means that do not rise, and positions that are the same, are one step. */
  private boolean mustPool(int left, int right) {
    return mean(left) >= mean(right) || centre(left) >= centre(right);
  }

  private void pool() {
    int last = --steps;
    positions[last - 1] += positions[last];
    sums[last - 1] += sums[last];
    sizes[last - 1] += sizes[last];
  }

  private double mean(int step) {
    return sums[step] / sizes[step];
  }

  private double centre(int step) {
    return positions[step] / sizes[step];
  }

  double[] means() {
    double[] means = new double[steps];
    Arrays.setAll(means, this::mean);
    return means;
  }

  double[] centres() {
    double[] centres = new double[steps];
    Arrays.setAll(centres, this::centre);
    return centres;
  }
}
