package io.outlay.api.riskwatch;

import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.RealisedFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of merit as a caller sees them: null where there is no number. */
record FiguresView(
    long userCount,
    double positives,
    @Nullable Double rocAuc,
    double logLoss,
    double brier,
    double truePositives,
    double falsePositives,
    double trueNegatives,
    double falseNegatives,
    @Nullable Double precision,
    @Nullable Double recall) {

  static FiguresView of(PerformanceFigures figures) {
    return new FiguresView(
        figures.rows(),
        figures.positives(),
        known(figures.rocAuc()),
        figures.logLoss(),
        figures.brier(),
        figures.truePositives(),
        figures.falsePositives(),
        figures.trueNegatives(),
        figures.falseNegatives(),
        known(figures.precision()),
        known(figures.recall()));
  }

  static @Nullable Double known(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  /** A period with its figures. */
  record Performance(
      LocalDate from,
      LocalDate to,
      double threshold,
      Instant estimatedAt,
      FiguresView estimated,
      FiguresView estimatedLow,
      FiguresView estimatedHigh,
      @Nullable Realised realised) {

    static Performance of(ModelPerformance one) {
      EstimatedFigures estimated = one.estimated();
      RealisedFigures realised = one.realised();
      return new Performance(
          one.from(),
          one.to(),
          one.threshold(),
          one.estimatedAt(),
          FiguresView.of(estimated.expected()),
          FiguresView.of(estimated.low()),
          FiguresView.of(estimated.high()),
          realised == null ? null : Realised.of(realised));
    }
  }

  /** What came true of it. */
  record Realised(Instant at, FiguresView figures, FiguresView expected, List<String> worse) {

    static Realised of(RealisedFigures realised) {
      return new Realised(
          realised.at(),
          FiguresView.of(realised.figures()),
          FiguresView.of(realised.estimated().expected()),
          realised.worse());
    }
  }
}
