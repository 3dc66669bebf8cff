package io.outlay.scoring.registry;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.Objective;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.train.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model that was trained elsewhere, with rows by which it shows that it says the same here.
 *
 * @param file an XGBoost model as {@code .json} or {@code .ubj}
 * @param features names of its features in the order of a row
 * @param samples rows it was asked about where it was trained
 * @param calibration from its margin to a probability
 * @param threshold probability from which to act, between 0 and 1; null by the costs of mistakes
 */
@SuppressWarnings("ArrayRecordComponent") // a file, read only
public record ForeignModel(
    RiskKind kind,
    byte[] file,
    List<String> features,
    SampleRows samples,
    Calibration calibration,
    @Nullable Double threshold) {

  /** How far an output may be from the one told. */
  public static final double TOLERANCE = 1e-5;

  /** Copies the list. */
  public ForeignModel {
    features = List.copyOf(features);
  }

  /**
   * Loads the model, asks it about its sample rows, and makes it ready to be registered. Blocks.
   *
   * @param known features that are computed for models of its kind
   * @param thresholdByCosts where to act where the model does not tell
   * @param background where users stand
   * @throws BadRequest naming what is wrong
   */
  NewRiskModel checked(
      FeatureSet known, double thresholdByCosts, BackgroundSource background, String by) {
    FeatureSet own = ownFeatures(known);
    double acting = threshold == null ? thresholdByCosts : threshold;
    if (!(acting > 0 && acting < 1)) {
      throw BadRequest.of("threshold", threshold, "a number between 0 and 1");
    }
    try (ScoringEngine engine = ModelLoader.engine(file, own, Objective.LOGISTIC)) {
      compare(engine.outputs(samples.rows()));
    }
    ModelRecipe recipe =
        ModelRecipe.of(
            calibration, Bands.ofThreshold(acting), background.of(features, samples.rows()), null);
    return new NewRiskModel(
        kind,
        ModelOrigin.IMPORTED,
        FeatureVersions.of(own),
        null,
        parameters(),
        null,
        recipe.toJson(),
        card(own, acting),
        List.of(new ModelFileContent(ModelPart.MODEL, fileName(), file)),
        null,
        by);
  }

  private FeatureSet ownFeatures(FeatureSet known) {
    Map<String, FeatureDefinition> byName =
        known.definitions().stream()
            .collect(Collectors.toMap(FeatureDefinition::name, Function.identity()));
    Set<String> seen = new HashSet<>();
    List<FeatureDefinition> found = new ArrayList<>();
    for (String name : features) {
      FeatureDefinition definition = byName.get(name);
      String place = "features." + found.size();
      if (definition == null) {
        throw BadRequest.of(place, name, "one of the features of " + kind);
      }
      if (!seen.add(name)) {
        throw BadRequest.of(place, name, "each feature once");
      }
      found.add(definition);
    }
    if (found.isEmpty()) {
      throw BadRequest.of("features", features, "the names of the model's features in order");
    }
    return new FeatureSet(found);
  }

  private void compare(double[] outputs) {
    for (int row = 0; row < outputs.length; row++) {
      double told = samples.outputs()[row];
      // Written so that NaN fails.
      if (!(Math.abs(outputs[row] - told) <= TOLERANCE)) {
        throw BadRequest.of(
            "samples",
            told,
            "in row "
                + row
                + " what the model says here, "
                + outputs[row]
                + ", to within "
                + TOLERANCE);
      }
    }
  }

  private String fileName() {
    return file[1] == '"' || Character.isWhitespace(file[1]) ? "model.json" : "model.ubj";
  }

  private String parameters() {
    Map<String, Object> told = Map.of("sampleRows", samples.rows().rows());
    return new String(ModelJson.write(told), StandardCharsets.UTF_8);
  }

  private String card(FeatureSet own, double acting) {
    return """
    # Model card: %s, version {number}

    Trained elsewhere and imported. %d sample rows gave the same output here to within %s. What it
    learned from, and how good it is, is not known here until its predictions ripen.

    ## When to act
    At or above %s.

    ## Features
    %s
    """
        .formatted(
            kind,
            samples.rows().rows(),
            TOLERANCE,
            acting,
            own.definitions().stream()
                .map(feature -> "- `%s`: %s".formatted(feature.name(), feature.english()))
                .collect(Collectors.joining("\n")));
  }

  /** Tells how features are distributed among users. */
  @FunctionalInterface
  interface BackgroundSource {

    /**
     * The distribution of features.
     *
     * @param features names in order
     * @param samples rows that came with the model
     */
    Background of(List<String> features, FeatureMatrix samples);
  }
}
