package io.outlay.scoring.anomaly;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Grows one tree on a sample of rows. */
final class IsolationTreeBuilder {

  private final FeatureMatrix rows;
  private final SplittableRandom random;
  private final int mostDepth;
  private final int[] features;
  private final float[] thresholds;
  private final int[] left;
  private final int[] right;
  private final int[] sizes;
  private int nodes;

  private IsolationTreeBuilder(FeatureMatrix rows, int sample, SplittableRandom random) {
    this.rows = rows;
    this.random = random;
    this.mostDepth = 32 - Integer.numberOfLeadingZeros(Math.max(1, sample - 1));
    int mostNodes = 2 * sample;
    this.features = new int[mostNodes];
    this.thresholds = new float[mostNodes];
    this.left = new int[mostNodes];
    this.right = new int[mostNodes];
    this.sizes = new int[mostNodes];
  }

  /** A tree on the sampled row numbers, which are put into another order. */
  static IsolationTree grow(FeatureMatrix rows, int[] sample, SplittableRandom random) {
    IsolationTreeBuilder builder = new IsolationTreeBuilder(rows, sample.length, random);
    builder.node(sample, 0, sample.length, 0);
    return builder.tree();
  }

  private IsolationTree tree() {
    return new IsolationTree(
        Arrays.copyOf(features, nodes),
        Arrays.copyOf(thresholds, nodes),
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(right, nodes),
        Arrays.copyOf(sizes, nodes));
  }

  private int node(int[] sample, int from, int to, int depth) {
    int node = nodes++;
    sizes[node] = to - from;
    left[node] = -1;
    right[node] = -1;
    int feature = depth < mostDepth ? splittable(sample, from, to) : -1;
    if (feature >= 0) {
      float threshold = threshold(sample, from, to, feature);
      int middle = partition(sample, from, to, feature, threshold);
      features[node] = feature;
      thresholds[node] = threshold;
      left[node] = node(sample, from, middle, depth + 1);
      right[node] = node(sample, middle, to, depth + 1);
    }
    return node;
  }

  /** A random feature that differs among the rows; -1 where none does. */
  private int splittable(int[] sample, int from, int to) {
    int[] order = new int[rows.columns()];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return Arrays.stream(order)
        .filter(feature -> least(sample, from, to, feature) < most(sample, from, to, feature))
        .findFirst()
        .orElse(-1);
  }

  /** Above the least value and not above the largest, so that neither side is empty. */
  private float threshold(int[] sample, int from, int to, int feature) {
    float least = least(sample, from, to, feature);
    float most = most(sample, from, to, feature);
    float drawn = (float) (least + random.nextDouble() * ((double) most - least));
    return drawn > least ? Math.min(drawn, most) : most;
  }

  private float least(int[] sample, int from, int to, int feature) {
    float least = Float.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      float value = rows.at(sample[i], feature);
      least = value < least ? value : least;
    }
    return least;
  }

  private float most(int[] sample, int from, int to, int feature) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      float value = rows.at(sample[i], feature);
      most = value > most ? value : most;
    }
    return most;
  }

  private int partition(int[] sample, int from, int to, int feature, float threshold) {
    int middle = from;
    for (int i = from; i < to; i++) {
      if (rows.at(sample[i], feature) < threshold) {
        int row = sample[i];
        sample[i] = sample[middle];
        sample[middle++] = row;
      }
    }
    return middle;
  }
}
