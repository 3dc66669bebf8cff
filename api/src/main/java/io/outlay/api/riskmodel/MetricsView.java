package io.outlay.api.riskmodel;

import io.outlay.scoring.training.ModelMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a model as the schema names them. */
record MetricsView(
    Instant from,
    Instant to,
    int rowCount,
    int positiveCount,
    @Nullable Double rocAuc,
    @Nullable Double prAuc,
    @Nullable Double logLoss,
    @Nullable Double brier,
    @Nullable Double calibrationSlope,
    @Nullable Double observedToExpected,
    @Nullable Double ece,
    @Nullable Double liftAt10Percent,
    Confusion confusion,
    Costs costs,
    List<Segment> segments,
    @Nullable Double harrellC,
    @Nullable Double unoC,
    @Nullable Double anomalyRocAuc) {

  static MetricsView of(ModelMetrics metrics) {
    ModelMetrics.Survival survival = metrics.survival();
    ModelMetrics.Anomaly anomaly = metrics.anomaly();
    return new MetricsView(
        metrics.from(),
        metrics.to(),
        metrics.rows(),
        metrics.positives(),
        metrics.rocAuc(),
        metrics.prAuc(),
        metrics.logLoss(),
        metrics.brier(),
        metrics.calibrationSlope(),
        metrics.observedToExpected(),
        metrics.ece(),
        metrics.liftAt10Percent(),
        Confusion.of(metrics.confusion()),
        Costs.of(metrics.costs()),
        metrics.segments().stream().map(Segment::of).toList(),
        survival == null ? null : survival.harrellC(),
        survival == null ? null : survival.unoC(),
        anomaly == null ? null : anomaly.rocAuc());
  }

  /** Counts at the threshold. */
  record Confusion(
      double threshold,
      int truePositiveCount,
      int falsePositiveCount,
      int trueNegativeCount,
      int falseNegativeCount) {

    static Confusion of(ModelMetrics.Confusion counts) {
      return new Confusion(
          counts.threshold(),
          counts.truePositives(),
          counts.falsePositives(),
          counts.trueNegatives(),
          counts.falseNegatives());
    }
  }

  /** Costs of a thousand users. */
  record Costs(BigDecimal atThreshold, BigDecimal actingOnNobody, BigDecimal actingOnEverybody) {

    static Costs of(ModelMetrics.ExpectedCost costs) {
      return new Costs(costs.atThreshold(), costs.actingOnNobody(), costs.actingOnEverybody());
    }
  }

  /** Figures of one channel. */
  record Segment(
      String name,
      int rowCount,
      int positiveCount,
      @Nullable Double rocAuc,
      @Nullable Double observedToExpected) {

    static Segment of(ModelMetrics.Segment part) {
      return new Segment(
          part.name(), part.rows(), part.positives(), part.rocAuc(), part.observedToExpected());
    }
  }
}
