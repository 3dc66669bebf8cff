package io.outlay.scoring.training;

import io.outlay.scoring.train.ModelJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a model was on the newest period, which it had not learned from. A figure is null where
 * it cannot be told, such as the area under a curve of positives only.
 *
 * @param from time of the first row it was measured on
 * @param to time of the last
 * @param rows number of rows
 * @param positives of them those in which it happened, as far as labels tell
 * @param ece expected calibration error in ten bins
 * @param confusion counts at the threshold
 * @param costs what acting at the threshold would have cost
 * @param segments the same by acquisition channel, most rows first, at most 20
 * @param survival of the model of times; null where there is none
 * @param anomaly of the forest against the labels it did not use; null where there is none
 */
public record ModelMetrics(
    Instant from,
    Instant to,
    int rows,
    int positives,
    @Nullable Double rocAuc,
    @Nullable Double prAuc,
    @Nullable Double logLoss,
    @Nullable Double brier,
    @Nullable Double calibrationSlope,
    @Nullable Double observedToExpected,
    @Nullable Double ece,
    @Nullable Double liftAt10Percent,
    Confusion confusion,
    ExpectedCost costs,
    List<Segment> segments,
    @Nullable Survival survival,
    @Nullable Anomaly anomaly) {

  /** Copies the list. */
  public ModelMetrics {
    segments = List.copyOf(segments);
  }

  /** As kept in the registry. */
  public String toJson() {
    return new String(ModelJson.write(this), StandardCharsets.UTF_8);
  }

  /** As read from the registry. */
  public static ModelMetrics parse(String json) {
    return ModelJson.read(json.getBytes(StandardCharsets.UTF_8), ModelMetrics.class);
  }

  /** Counts of what would have been done against what happened. */
  public record Confusion(
      double threshold,
      int truePositives,
      int falsePositives,
      int trueNegatives,
      int falseNegatives) {}

  /**
   * Mean cost of mistakes for each thousand users, in major units of the reporting currency.
   *
   * @param atThreshold acting on those at or above the threshold
   * @param actingOnNobody every positive missed
   * @param actingOnEverybody every negative a false alarm
   */
  public record ExpectedCost(
      BigDecimal atThreshold, BigDecimal actingOnNobody, BigDecimal actingOnEverybody) {}

  /** Figures of the users that came through one channel. */
  public record Segment(
      String name,
      int rows,
      int positives,
      @Nullable Double rocAuc,
      @Nullable Double observedToExpected) {}

  /** How well foretold times are ordered. */
  public record Survival(int rows, int events, @Nullable Double harrellC, @Nullable Double unoC) {}

  /** How well unusual rows are those with the label. */
  public record Anomaly(@Nullable Double rocAuc, @Nullable Double prAuc) {}
}
