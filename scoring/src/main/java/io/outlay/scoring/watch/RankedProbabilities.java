package io.outlay.scoring.watch;

import io.outlay.domain.risk.PerformanceFigures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Probabilities in rising order, so that many sets of outcomes can be measured against them. */
final class RankedProbabilities {

  /** No single row may make the mean of logarithms infinite. */
  private static final double LEAST = 1e-15;

  private final int[] order;
  private final double[] rising;
  private final double[] logOfYes;
  private final double[] logOfNo;
  private final double threshold;

  /** Sorts a copy. */
  RankedProbabilities(double[] probabilities, double threshold) {
    this.order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> probabilities[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rising = Arrays.stream(order).mapToDouble(row -> probabilities[row]).toArray();
    this.logOfYes = Arrays.stream(rising).map(p -> Math.log(Math.max(p, LEAST))).toArray();
    this.logOfNo = Arrays.stream(rising).map(p -> Math.log(Math.max(1 - p, LEAST))).toArray();
    this.threshold = threshold;
  }

  /** The probabilities in rising order. */
  double[] rising() {
    return rising;
  }

  /** Outcomes given in the order of the rows, brought into rising order: 1 for yes, 0 for no. */
  double[] ranked(boolean[] labels) {
    return Arrays.stream(order).mapToDouble(row -> labels[row] ? 1 : 0).toArray();
  }

  /**
   * Measures against outcomes, or against the chances of outcomes.
   *
   * @param chances in rising order of the probabilities: 1 for yes, 0 for no, or anything between
   */
  PerformanceFigures against(double[] chances) {
    Sums sums = new Sums();
    for (int start = 0; start < rising.length; ) {
      int end = start;
      double positives = 0;
      double withItself = 0;
      while (end < rising.length && rising[end] == rising[start]) {
        positives += chances[end];
        withItself += chances[end] * (1 - chances[end]);
        sums.addLosses(rising[end], logOfYes[end], logOfNo[end], chances[end]);
        end++;
      }
      sums.addTie(end - start, positives, withItself, rising[start] >= threshold);
      start = end;
    }
    return sums.figures(rising.length);
  }

  /** What is added up over rows in rising order. */
  private static final class Sums {
    private double loss;
    private double brier;
    private double positives;
    private double negatives;
    private double won;
    private double withItself;
    private double truePositives;
    private double falsePositives;

    void addLosses(double probability, double logOfYes, double logOfNo, double chance) {
      double no = 1 - chance;
      loss -= chance * logOfYes + no * logOfNo;
      brier += chance * (1 - probability) * (1 - probability) + no * probability * probability;
    }

    /** A row of uncertain outcome makes no pair with itself. */
    void addTie(int rows, double tied, double pairsWithItself, boolean isActedOn) {
      double tiedNegatives = rows - tied;
      won += tied * negatives + (tied * tiedNegatives - pairsWithItself) / 2;
      withItself += pairsWithItself;
      positives += tied;
      negatives += tiedNegatives;
      if (isActedOn) {
        truePositives += tied;
        falsePositives += tiedNegatives;
      }
    }

    PerformanceFigures figures(int rows) {
      return new PerformanceFigures(
          rows,
          positives,
          won / (positives * negatives - withItself),
          loss / rows,
          brier / rows,
          truePositives,
          falsePositives);
    }
  }
}
