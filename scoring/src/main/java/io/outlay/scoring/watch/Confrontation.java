package io.outlay.scoring.watch;

import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.RealisedFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Holds what was estimated against what was realised for the same rows. */
public final class Confrontation {

  private Confrontation() {}

  /** Compares them, naming what turned out worse than chance explains. */
  public static RealisedFigures of(
      EstimatedFigures estimated, PerformanceFigures realised, Instant at) {
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
    return new RealisedFigures(realised, estimated, worse, at);
  }

  private static boolean isAbove(
      EstimatedFigures estimated,
      PerformanceFigures realised,
      ToDoubleFunction<PerformanceFigures> figure) {
    return figure.applyAsDouble(realised) > figure.applyAsDouble(estimated.high());
  }
}
