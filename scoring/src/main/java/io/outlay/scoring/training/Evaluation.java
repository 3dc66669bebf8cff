package io.outlay.scoring.training;

import io.outlay.scoring.metric.AveragePrecision;
import io.outlay.scoring.metric.CalibrationError;
import io.outlay.scoring.metric.CalibrationLine;
import io.outlay.scoring.metric.Lift;
import io.outlay.scoring.metric.ProbabilityScores;
import io.outlay.scoring.metric.RocAuc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What probabilities were worth against what happened.
 *
 * @param probabilities of being labelled, calibrated, one a row
 * @param decided the same corrected for missing labels, by which it is decided
 * @param labels whether it happened
 * @param segments acquisition channel of each row
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record Evaluation(
    double[] probabilities, double[] decided, boolean[] labels, List<String> segments) {

  private static final int MOST_SEGMENTS = 20;
  private static final double TOP = 0.1;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final int MICRO_DIGITS = 6;

  @Nullable Double rocAuc() {
    return finite(RocAuc.of(probabilities, labels));
  }

  @Nullable Double prAuc() {
    return finite(AveragePrecision.of(probabilities, labels));
  }

  @Nullable Double logLoss() {
    return finite(ProbabilityScores.logLoss(probabilities, labels));
  }

  @Nullable Double brier() {
    return finite(ProbabilityScores.brier(probabilities, labels));
  }

  @Nullable Double ece() {
    return finite(CalibrationError.of(probabilities, labels));
  }

  @Nullable Double lift() {
    return finite(Lift.at(TOP, probabilities, labels));
  }

  @Nullable Double slope() {
    return finite(CalibrationLine.of(probabilities, labels).slope());
  }

  @Nullable Double observedToExpected() {
    return finite(CalibrationLine.of(probabilities, labels).observedToExpected());
  }

  int positives() {
    return (int) IntStream.range(0, labels.length).filter(row -> labels[row]).count();
  }

  ModelMetrics.Confusion confusion(double threshold) {
    int[] counts = new int[4];
    for (int row = 0; row < labels.length; row++) {
      counts[(decided[row] >= threshold ? 0 : 2) + (labels[row] ? 0 : 1)]++;
    }
    return new ModelMetrics.Confusion(threshold, counts[0], counts[1], counts[3], counts[2]);
  }

  ModelMetrics.ExpectedCost costs(ModelMetrics.Confusion at, Stakes stakes) {
    int positives = at.truePositives() + at.falseNegatives();
    int negatives = at.falsePositives() + at.trueNegatives();
    return new ModelMetrics.ExpectedCost(
        cost(at.falsePositives(), at.falseNegatives(), stakes),
        cost(0, positives, stakes),
        cost(negatives, 0, stakes));
  }

  private BigDecimal cost(int falseAlarms, int misses, Stakes stakes) {
    return stakes
        .costs()
        .falseAlarm()
        .multiply(BigDecimal.valueOf(falseAlarms))
        .add(stakes.costs().miss().multiply(BigDecimal.valueOf(misses)))
        .multiply(THOUSAND)
        .divide(BigDecimal.valueOf(labels.length), MICRO_DIGITS, RoundingMode.HALF_EVEN);
  }

  List<ModelMetrics.Segment> bySegment() {
    Map<String, List<Integer>> rows =
        IntStream.range(0, labels.length)
            .boxed()
            .collect(Collectors.groupingBy(segments::get, TreeMap::new, Collectors.toList()));
    return rows.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .limit(MOST_SEGMENTS)
        .map(entry -> segment(entry.getKey(), entry.getValue()))
        .toList();
  }

  private ModelMetrics.Segment segment(String name, List<Integer> rows) {
    Evaluation part =
        new Evaluation(
            rows.stream().mapToDouble(row -> probabilities[row]).toArray(),
            rows.stream().mapToDouble(row -> decided[row]).toArray(),
            chosen(labels, rows),
            rows.stream().map(segments::get).toList());
    return new ModelMetrics.Segment(
        name, rows.size(), part.positives(), part.rocAuc(), part.observedToExpected());
  }

  private static boolean[] chosen(boolean[] labels, List<Integer> rows) {
    boolean[] chosen = new boolean[rows.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = labels[rows.get(i)];
    }
    return chosen;
  }

  /** Null for what cannot be told. */
  static @Nullable Double finite(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }
}
