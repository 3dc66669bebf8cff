package io.outlay.scoring.training;

import io.outlay.domain.risk.ModelData;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.registry.ModelRecipe;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.train.IsotonicCalibration;
import io.outlay.scoring.train.LabelFrequencyCalibration;
import io.outlay.scoring.train.PlattCalibration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A registered model's card in Markdown, after Mitchell et al. 2019, "Model cards for model
 * reporting".
 */
final class TrainedCard {

  private TrainedCard() {}

  static String of(
      TrainingTable table,
      ModelData data,
      TrainingParameters parameters,
      ModelMetrics metrics,
      ModelRecipe recipe) {
    return """
    # Model card: %s, version {number}

    ## What it foretells
    %s

    ## Learned from
    %d rows, %d of them positive, from %s to %s, as known by %s (sha-256 `%s`). Seed %d: the same rows give the same
    model, byte for byte.

    ## How it was made
    Gradient-boosted trees (XGBoost): %d of depth %d, learning rate %s. Rows in the order of their times: %d to learn
    from, %d to find the number of trees, %d to calibrate (%s), and the newest %d, used for nothing else, to judge.

    ## How good it is
    On the newest %d rows, %d of them positive, from %s to %s.

    | figure | value |
    |---|---|
    | ROC-AUC | %s |
    | PR-AUC | %s |
    | log-loss | %s |
    | Brier score | %s |
    | calibration slope | %s |
    | observed/expected | %s |
    | expected calibration error | %s |
    | lift of the top 10 %% | %s |
    %s
    ## When to act
    At or above %s, where a false alarm costs %s and a miss %s. On the newest rows that found %d of %d positives with %d
    false alarms: %s for each thousand users, where acting on nobody costs %s and on everybody %s.%s

    ## Features
    %s

    ## What it is not for
    Contributions tell what moved the score, not what causes the outcome. Users unlike those it learned from get a score
    all the same. A decision about a person needs a human who can overrule it.
    """
        .formatted(
            table.kind(),
            table.definition(),
            data.rows(),
            data.positives(),
            data.from(),
            data.to(),
            data.knownBy(),
            data.hash(),
            parameters.seed(),
            parameters.trees(),
            parameters.depth(),
            parameters.learningRate(),
            parameters.trainingRows(),
            parameters.stoppingRows(),
            parameters.calibrationRows(),
            method(recipe.calibration()),
            parameters.evaluationRows(),
            metrics.rows(),
            metrics.positives(),
            metrics.from(),
            metrics.to(),
            number(metrics.rocAuc()),
            number(metrics.prAuc()),
            number(metrics.logLoss()),
            number(metrics.brier()),
            number(metrics.calibrationSlope()),
            number(metrics.observedToExpected()),
            number(metrics.ece()),
            number(metrics.liftAt10Percent()),
            beside(metrics),
            number(recipe.bands().threshold()),
            parameters.falseAlarmCost().toPlainString(),
            parameters.missCost().toPlainString(),
            metrics.confusion().truePositives(),
            metrics.positives(),
            metrics.confusion().falsePositives(),
            metrics.costs().atThreshold().toPlainString(),
            metrics.costs().actingOnNobody().toPlainString(),
            metrics.costs().actingOnEverybody().toPlainString(),
            assumption(parameters),
            features(table));
  }

  private static String beside(ModelMetrics metrics) {
    StringBuilder lines = new StringBuilder();
    ModelMetrics.Survival times = metrics.survival();
    if (times != null) {
      lines.append("| order of times, C (Harrell) | %s |\n".formatted(number(times.harrellC())));
      lines.append("| order of times, C (Uno) | %s |\n".formatted(number(times.unoC())));
    }
    ModelMetrics.Anomaly forest = metrics.anomaly();
    if (forest != null) {
      lines.append("| isolation forest, ROC-AUC | %s |\n".formatted(number(forest.rocAuc())));
    }
    return lines.toString();
  }

  private static String assumption(TrainingParameters parameters) {
    return parameters.labelFrequency() < 1
        ? " Probabilities assume that "
            + parameters.labelFrequency()
            + " of the positives are labelled, whoever they are (Elkan and Noto 2008); the figures"
            + " above compare with labels, and count an unlabelled positive as a negative."
        : "";
  }

  private static String method(Calibration calibration) {
    return switch (calibration) {
      case PlattCalibration platt -> "Platt";
      case IsotonicCalibration isotonic -> "isotonic";
      case LabelFrequencyCalibration corrected ->
          method(corrected.labelled()) + ", corrected for missing labels";
    };
  }

  private static String features(TrainingTable table) {
    return table.features().definitions().stream()
        .map(TrainedCard::feature)
        .collect(Collectors.joining("\n"));
  }

  private static String feature(FeatureDefinition feature) {
    return "- `%s`: %s".formatted(feature.name(), feature.english());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
  }
}
