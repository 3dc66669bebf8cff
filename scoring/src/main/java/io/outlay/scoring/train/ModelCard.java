package io.outlay.scoring.train;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model's card in Markdown, after Mitchell et al. 2019, "Model cards for model reporting": what
 * it foretells, from what, how good, and what it must not be used for.
 */
final class ModelCard {

  private ModelCard() {}

  static String of(ModelDescription model) {
    return """
    # Model card: %s

    ## What it foretells
    %s

    ## Learned from
    `%s` (sha-256 `%s`): %s. Seed %d. The same file and seed give the same model, byte for byte.

    ## Features
    %d, from %d columns: %s.

    ## How it was made
    %s

    ## How good it is
    Measured on rows that the measured models had not learned from%s.

    | figure | mean | standard deviation | folds |
    |---|---|---|---|
    %s

    ## What it is not for
    Contributions tell what moved the score, not what causes the outcome. Rows unlike those it
    learned from get a score all the same: compare their features first. A decision about a person
    needs a human who can overrule it.
    """
        .formatted(
            title(model.task()),
            meaning(model.task()),
            model.data().name(),
            model.data().sha256(),
            rows(model.data()),
            model.task().seed(),
            model.features().size(),
            model.encoding().columns().size(),
            columns(model),
            method(model),
            model.task().kind() == ModelKind.ANOMALY ? " labels from" : "",
            figures(model.metrics()));
  }

  private static String title(LearningTask task) {
    return switch (task.kind()) {
      case CLASSIFIER -> task.label() + ", yes or no";
      case SURVIVAL -> "time until " + task.event();
      case ANOMALY -> "unusual rows";
    };
  }

  private static String meaning(LearningTask task) {
    return switch (task.kind()) {
      case CLASSIFIER ->
          "The probability that `"
              + task.label()
              + "` is yes. Margin and contributions are in"
              + " log-odds before calibration.";
      case SURVIVAL ->
          "The time (`"
              + task.time()
              + "`) until `"
              + task.event()
              + "`, rows without it being"
              + " censored. Margin and contributions are in logarithms of time: above nought means"
              + " later.";
      case ANOMALY ->
          "How soon random splits separate a row from the others; labels were not used to learn."
              + " Contributions are shares of the expected path.";
    };
  }

  private static String rows(ModelDescription.DataSummary data) {
    return data.positives() == null
        ? data.rows() + " rows"
        : data.rows() + " rows, " + data.positives() + " of them positive";
  }

  private static String columns(ModelDescription model) {
    return model.encoding().columns().stream()
        .map(column -> "`" + column.name() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String method(ModelDescription model) {
    if (model.task().kind() == ModelKind.ANOMALY) {
      return "Isolation forest, 100 trees on 256 rows each.";
    }
    return "Gradient-boosted trees (XGBoost), "
        + told(model.parameters())
        + ". The number of trees and the calibration ("
        + calibration(model.calibration())
        + ") come from rows held out in turn; the trees then from all rows.";
  }

  private static String told(@Nullable BoostingParameters parameters) {
    return parameters == null
        ? "with the library's own parameters"
        : "depth %d, learning rate %s, %s of the rows and %s of the features for each tree"
            .formatted(
                parameters.depth(),
                parameters.learningRate(),
                parameters.rowShare(),
                parameters.featureShare());
  }

  private static String calibration(@Nullable Calibration calibration) {
    return switch (calibration) {
      case PlattCalibration platt -> "Platt";
      case IsotonicCalibration isotonic -> "isotonic";
      case LabelFrequencyCalibration corrected ->
          calibration(corrected.labelled()) + ", corrected for missing labels";
      case null -> "Kaplan-Meier curve of time over foretold time";
    };
  }

  private static String figures(Map<String, FoldFigure> metrics) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getValue().mean() != null)
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String name, FoldFigure figure) {
    return "| %s | %s | %s | %d |"
        .formatted(name, number(figure.mean()), number(figure.sd()), figure.perFold().size());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
