package io.outlay.scoring.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was estimated beside what was realised for the same rows.
 *
 * @param worse names of figures that turned out worse than the estimate's interval allows: {@code
 *     rocAuc}, {@code logLoss}, {@code brier}; each happens by chance in about 1 of 40 cases
 */
public record Confrontation(
    EstimatedPerformance estimated, PerformanceFigures realised, List<String> worse) {

  /** Copies the names. */
  public Confrontation {
    worse = List.copyOf(worse);
  }

  /** Compares them. */
  public static Confrontation of(EstimatedPerformance estimated, PerformanceFigures realised) {
    List<String> worse = new ArrayList<>();
    if (realised.rocAuc() < estimated.low().rocAuc()) {
      worse.add("rocAuc");
    }
    if (isAbove(estimated, realised, PerformanceFigures::logLoss)) {
      worse.add("logLoss");
    }
    if (isAbove(estimated, realised, PerformanceFigures::brier)) {
      worse.add("brier");
    }
    return new Confrontation(estimated, realised, worse);
  }

  private static boolean isAbove(
      EstimatedPerformance estimated,
      PerformanceFigures realised,
      ToDoubleFunction<PerformanceFigures> figure) {
    return figure.applyAsDouble(realised) > figure.applyAsDouble(estimated.high());
  }
}
