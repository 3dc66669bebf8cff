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

/**
 * A model that was trained elsewhere, with rows by which it shows that it says the same here.
 *
 * @param file an XGBoost model as {@code .json} or {@code .ubj}
 * @param features names of its features in the order of a row
 * @param samples rows it was asked about where it was trained, 1 to 1,000
 * @param calibration from its margin to a probability
 * @param threshold probability from which to act, between 0 and 1
 */
@SuppressWarnings("ArrayRecordComponent") // a file, read only
public record ForeignModel(
    RiskKind kind,
    byte[] file,
    List<String> features,
    List<SampleRow> samples,
    Calibration calibration,
    double threshold) {

  /** How far an output may be from the one told. */
  public static final double TOLERANCE = 1e-5;

  private static final int MOST_SAMPLES = 1_000;

  /** Copies the lists. */
  public ForeignModel {
    features = List.copyOf(features);
    samples = List.copyOf(samples);
  }

  /**
   * Loads the model, asks it about its sample rows, and makes it ready to be registered. Blocks.
   *
   * @param known features that are computed for models of its kind
   * @param background where users stand, for features known from other models; null where none is
   * @throws BadRequest naming what is wrong
   */
  public NewRiskModel checked(FeatureSet known, BackgroundSource background, String by) {
    FeatureSet own = ownFeatures(known);
    FeatureMatrix rows = rows();
    if (!(threshold > 0 && threshold < 1)) {
      throw BadRequest.of("threshold", threshold, "a number between 0 and 1");
    }
    try (ScoringEngine engine = ModelLoader.engine(file, own, Objective.LOGISTIC)) {
      compare(engine.outputs(rows));
    }
    ModelRecipe recipe =
        ModelRecipe.of(
            calibration, Bands.ofThreshold(threshold), background.of(features, rows), null);
    return new NewRiskModel(
        kind,
        ModelOrigin.IMPORTED,
        FeatureVersions.of(own),
        null,
        parameters(),
        null,
        recipe.toJson(),
        card(own),
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

  private FeatureMatrix rows() {
    if (samples.isEmpty() || samples.size() > MOST_SAMPLES) {
      throw BadRequest.of("samples", samples.size() + " rows", "1 to " + MOST_SAMPLES);
    }
    float[] values = new float[samples.size() * features.size()];
    for (int row = 0; row < samples.size(); row++) {
      float[] ofRow = samples.get(row).values();
      if (ofRow.length != features.size()) {
        throw BadRequest.of(
            "samples." + row + ".values",
            ofRow.length + " values",
            features.size() + ", one for each feature");
      }
      System.arraycopy(ofRow, 0, values, row * ofRow.length, ofRow.length);
    }
    return new FeatureMatrix(values, samples.size(), features.size());
  }

  private void compare(double[] outputs) {
    for (int row = 0; row < outputs.length; row++) {
      double told = samples.get(row).output();
      // Written so that NaN fails.
      if (!(Math.abs(outputs[row] - told) <= TOLERANCE)) {
        throw BadRequest.of(
            "samples." + row + ".output",
            told,
            "what the model says here, " + outputs[row] + ", to within " + TOLERANCE);
      }
    }
  }

  private String fileName() {
    return file[1] == '"' || Character.isWhitespace(file[1]) ? "model.json" : "model.ubj";
  }

  private String parameters() {
    Map<String, Object> told = Map.of("sampleRows", samples.size());
    return new String(ModelJson.write(told), StandardCharsets.UTF_8);
  }

  private String card(FeatureSet own) {
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
            samples.size(),
            TOLERANCE,
            threshold,
            own.definitions().stream()
                .map(feature -> "- `%s`: %s".formatted(feature.name(), feature.english()))
                .collect(Collectors.joining("\n")));
  }

  /** Tells how features are distributed among users. */
  @FunctionalInterface
  public interface BackgroundSource {

    /**
     * The distribution of features.
     *
     * @param features names in order
     * @param samples rows that came with the model
     */
    Background of(List<String> features, FeatureMatrix samples);
  }
}
