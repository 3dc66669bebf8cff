package io.outlay.scoring.anomaly;

import io.outlay.scoring.engine.FeatureMatrix;

/**
 * A tree of random splits as arrays by node; node 0 is the root and a leaf has left -1. A row goes
 * left where its value is below the threshold, right otherwise, also when it is missing.
 *
 * @param sizes training rows that came to a node
 */
@SuppressWarnings("ArrayRecordComponent") // nodes by the thousand, never compared
public record IsolationTree(
    int[] features, float[] thresholds, int[] left, int[] right, int[] sizes) {

  /** Length of a row's path, the part below a leaf estimated from its size. */
  double pathLength(FeatureMatrix rows, int row) {
    int node = 0;
    int depth = 0;
    for (; left[node] >= 0; depth++) {
      node = next(node, rows, row);
    }
    return depth + PathLength.expected(sizes[node]);
  }

  /**
   * Adds to each feature by how much its splits on the row's path made the expected path longer
   * than before. What is added is the path length less the expected one of the root.
   */
  void addContributions(FeatureMatrix rows, int row, double[] target) {
    for (int node = 0; left[node] >= 0; ) {
      int child = next(node, rows, row);
      target[features[node]] +=
          1 + PathLength.expected(sizes[child]) - PathLength.expected(sizes[node]);
      node = child;
    }
  }

  private int next(int node, FeatureMatrix rows, int row) {
    return rows.at(row, features[node]) < thresholds[node] ? left[node] : right[node];
  }
}
