package io.outlay.scoring.experiment;

import io.outlay.domain.risk.ModelDifference;
import io.outlay.scoring.metric.ChiSquare;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Compares the areas under two ROC curves of the same rows (DeLong, DeLong and Clarke-Pearson 1988,
 * "Comparing the Areas under Two or More Correlated ROC Curves"), by mid-ranks as in Sun and Xu
 * 2014, "Fast Implementation of DeLong's Algorithm".
 */
public final class DeLongTest {

  private static final double TWO_SIDED_95 = 1.959963984540054;

  private DeLongTest() {}

  /**
   * Tests whether the second model orders rows better than the first. NaN throughout where there
   * are fewer than two positives or negatives.
   *
   * @param first scores of the first model, one a row
   * @param second scores of the second, one a row
   * @param labels whether it came true, one a row
   */
  public static ModelDifference of(double[] first, double[] second, boolean[] labels) {
    Placements a = Placements.of(first, labels);
    Placements b = Placements.of(second, labels);
    double difference = b.area() - a.area();
    double deviation =
        Math.sqrt(
            varianceOfDifference(a.ofPositives(), b.ofPositives())
                + varianceOfDifference(a.ofNegatives(), b.ofNegatives()));
    return new ModelDifference(
        a.area(),
        b.area(),
        difference - TWO_SIDED_95 * deviation,
        difference + TWO_SIDED_95 * deviation,
        deviation == 0 ? alike(difference) : 1 - normal(difference / deviation),
        labels.length);
  }

  private static double alike(double difference) {
    return difference > 0 ? 0 : 1;
  }

  private static double varianceOfDifference(double[] first, double[] second) {
    int n = first.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (second[i] - first[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = second[i] - first[i] - mean;
      squares += off * off;
    }
    return squares / (n - 1.0) / n;
  }

  /** The normal distribution, by the chi-square one. */
  private static double normal(double z) {
    double within = ChiSquare.distribution(z * z, 1);
    return z > 0 ? (1 + within) / 2 : (1 - within) / 2;
  }

  /**
   * For each row the share of rows of the other kind it is on the right side of, a tie counting one
   * half.
   */
  @SuppressWarnings("ArrayRecordComponent") // used at once, never compared
  private record Placements(double area, double[] ofPositives, double[] ofNegatives) {

    static Placements of(double[] scores, boolean[] labels) {
      double[] all = midRanks(scores, IntStream.range(0, scores.length).toArray());
      int[] positives = IntStream.range(0, scores.length).filter(row -> labels[row]).toArray();
      int[] negatives = IntStream.range(0, scores.length).filter(row -> !labels[row]).toArray();
      double[] amongPositives = midRanks(scores, positives);
      double[] amongNegatives = midRanks(scores, negatives);
      double[] ofPositives = new double[positives.length];
      double area = 0;
      for (int i = 0; i < positives.length; i++) {
        ofPositives[i] = (all[positives[i]] - amongPositives[i]) / negatives.length;
        area += ofPositives[i] / positives.length;
      }
      double[] ofNegatives = new double[negatives.length];
      for (int i = 0; i < negatives.length; i++) {
        ofNegatives[i] = 1 - (all[negatives[i]] - amongNegatives[i]) / positives.length;
      }
      return new Placements(
          positives.length < 2 || negatives.length < 2 ? Double.NaN : area,
          ofPositives,
          ofNegatives);
    }

    /** Ranks from 1 among some rows, one a given row; tied rows share the mean of theirs. */
    private static double[] midRanks(double[] scores, int[] rows) {
      int[] order =
          IntStream.range(0, rows.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> scores[rows[i]]))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] ranks = new double[rows.length];
      for (int start = 0; start < order.length; ) {
        int end = start + 1;
        while (end < order.length && scores[rows[order[end]]] == scores[rows[order[start]]]) {
          end++;
        }
        for (int i = start; i < end; i++) {
          ranks[order[i]] = (start + end + 1) / 2.0;
        }
        start = end;
      }
      return ranks;
    }
  }
}
