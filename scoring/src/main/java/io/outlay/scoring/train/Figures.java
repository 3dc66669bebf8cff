package io.outlay.scoring.train;

import io.outlay.scoring.metric.AveragePrecision;
import io.outlay.scoring.metric.CalibrationError;
import io.outlay.scoring.metric.CalibrationLine;
import io.outlay.scoring.metric.Concordance;
import io.outlay.scoring.metric.Lift;
import io.outlay.scoring.metric.ProbabilityScores;
import io.outlay.scoring.metric.RocAuc;
import io.outlay.scoring.metric.SurvivalTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of merit against what happened, by name. */
final class Figures {

  /** All names in the order they are shown. */
  static final List<String> NAMES =
      List.of(
          "auc",
          "prAuc",
          "logLoss",
          "brier",
          "accuracy",
          "ece",
          "calibrationSlope",
          "observedToExpected",
          "liftAt10Percent",
          "cIndex",
          "cIndexUno");

  private static final double TOP = 0.1;

  private final Outcome outcome;

  private Figures(Outcome outcome) {
    this.outcome = outcome;
  }

  static Figures of(Outcome outcome) {
    return new Figures(outcome);
  }

  /** Of calibrated probabilities of a yes. */
  Map<String, Double> ofProbabilities(double[] probabilities) {
    Map<String, Double> figures = ofRisks(probabilities);
    if (outcome instanceof Outcome.Binary(boolean[] labels)) {
      CalibrationLine line = CalibrationLine.of(probabilities, labels);
      figures.put("logLoss", ProbabilityScores.logLoss(probabilities, labels));
      figures.put("brier", ProbabilityScores.brier(probabilities, labels));
      figures.put("accuracy", ProbabilityScores.accuracy(probabilities, labels));
      figures.put("ece", CalibrationError.of(probabilities, labels));
      figures.put("calibrationSlope", line.slope());
      figures.put("observedToExpected", line.observedToExpected());
    }
    return figures;
  }

  /** Of scores that only tell the order: higher means likelier, or earlier. */
  Map<String, Double> ofRisks(double[] risks) {
    Map<String, Double> figures = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.Binary(boolean[] labels) -> {
        figures.put("auc", RocAuc.of(risks, labels));
        figures.put("prAuc", AveragePrecision.of(risks, labels));
        figures.put("liftAt10Percent", Lift.at(TOP, risks, labels));
      }
      case Outcome.Survival(SurvivalTimes times) -> {
        figures.put("cIndex", Concordance.harrell(times, risks));
        figures.put("cIndexUno", Concordance.uno(times, risks));
      }
    }
    return figures;
  }
}
