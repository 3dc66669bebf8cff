package io.outlay.scoring.anomaly;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Isolation forest (Liu, Ting, Zhou 2008, "Isolation Forest"): rows that random splits separate
 * early are unusual. 100 trees on 256 rows each, as the paper advises. Immutable and safe to share.
 *
 * @param features number of features of a row
 * @param sampleSize training rows a tree saw
 * @param trees the trees, 1 or more
 */
public record IsolationForest(int features, int sampleSize, List<IsolationTree> trees) {

  private static final int TREES = 100;
  private static final int SAMPLE = 256;

  /** Takes over the list as it is now. */
  public IsolationForest {
    trees = List.copyOf(trees);
  }

  /** Learns from rows, 2 or more; equal rows and seed give an equal forest. */
  public static IsolationForest fit(FeatureMatrix rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = Math.min(SAMPLE, rows.rows());
    List<IsolationTree> trees =
        Stream.generate(random::split)
            .limit(TREES)
            .map(
                ofTree ->
                    IsolationTreeBuilder.grow(rows, sample(rows.rows(), size, ofTree), ofTree))
            .toList();
    return new IsolationForest(rows.columns(), size, trees);
  }

  /**
   * How unusual each row is: above 0.5 it is isolated sooner than expected, near 1 at once (the
   * paper's anomaly score, 2 to the minus mean path over expected path).
   */
  public double[] scores(FeatureMatrix rows) {
    double expected = PathLength.expected(sampleSize);
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> Math.pow(2, -meanPath(rows, row) / expected))
        .toArray();
  }

  /**
   * What each feature added to a row's anomaly, as a share of the expected path length: positive
   * where its splits made the path shorter. They add up to {@code 1 - path / expected}, which is 1
   * plus the binary logarithm of the score.
   */
  public double[] contributions(FeatureMatrix rows, int row) {
    double[] sums = new double[features];
    trees.forEach(tree -> tree.addContributions(rows, row, sums));
    double scale = -1 / (trees.size() * PathLength.expected(sampleSize));
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= scale;
    }
    return sums;
  }

  private double meanPath(FeatureMatrix rows, int row) {
    double sum = 0;
    for (IsolationTree tree : trees) {
      sum += tree.pathLength(rows, row);
    }
    return sum / trees.size();
  }

  /** Distinct row numbers (the first steps of a Fisher-Yates shuffle). */
  private static int[] sample(int rows, int size, SplittableRandom random) {
    int[] all = IntStream.range(0, rows).toArray();
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(rows - i);
      int row = all[i];
      all[i] = all[other];
      all[other] = row;
    }
    return Arrays.copyOf(all, size);
  }
}
