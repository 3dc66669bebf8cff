package io.outlay.scoring.registry;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.StoredModel;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.Objective;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.engine.XgboostEngine;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.train.ModelJson;
import io.outlay.scoring.train.SurvivalCurve;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Makes a stored model ready to serve, or says what is wrong with it. */
public final class ModelLoader {

  private ModelLoader() {}

  /**
   * Loads and checks a model. Blocks for some ten milliseconds.
   *
   * @param known the features that are computed now for models of its kind
   * @throws BadRequest when a file is cut off, foreign or not finite, does not add up, or is made
   *     of features that are not computed now
   */
  public static ServedModel load(StoredModel stored, FeatureSet known) {
    FeatureSet features = FeatureVersions.definitions(known, stored.model().features());
    ModelRecipe recipe = ModelRecipe.parse(stored.recipe());
    if (recipe.background().quantiles().size() != features.definitions().size()) {
      throw BadRequest.of(
          "features of the background",
          recipe.background().quantiles().size(),
          "" + features.definitions().size());
    }
    return new ServedModel(
        stored.model().id(),
        stored.model().number(),
        stored.model().kind(),
        features,
        engine(required(stored, ModelPart.MODEL), features, Objective.LOGISTIC),
        recipe.calibration(),
        recipe.bands(),
        recipe.background(),
        survival(stored, features, recipe.survival()),
        anomaly(stored, features),
        stored.model().createdAt());
  }

  /** A booster of the features for the objective. */
  static ScoringEngine engine(byte[] bytes, FeatureSet features, Objective objective) {
    ModelFile file = ModelFile.read(bytes);
    if (file.objective() != objective) {
      throw BadRequest.of(
          "objective of the model file", file.objective().xgboostName(), objective.xgboostName());
    }
    file.requireFeatures(features.names());
    return XgboostEngine.load(file);
  }

  private static @Nullable ServedSurvival survival(
      StoredModel stored, FeatureSet features, @Nullable SurvivalCurve curve) {
    byte[] file = file(stored, ModelPart.SURVIVAL).orElse(null);
    return file == null || curve == null
        ? null
        : new ServedSurvival(engine(file, features, Objective.AFT), curve);
  }

  private static @Nullable IsolationForest anomaly(StoredModel stored, FeatureSet features) {
    byte[] file = file(stored, ModelPart.ANOMALY).orElse(null);
    return file == null ? null : forest(file, features);
  }

  private static IsolationForest forest(byte[] file, FeatureSet features) {
    try {
      IsolationForest forest = ModelJson.read(file, IsolationForest.class);
      if (forest.features() != features.definitions().size()) {
        throw BadRequest.of(
            "features of the forest", forest.features(), "" + features.definitions().size());
      }
      return forest;
    } catch (JacksonException e) {
      throw new BadRequest("The forest's file is not as written: " + e.getOriginalMessage());
    }
  }

  private static byte[] required(StoredModel stored, ModelPart part) {
    return file(stored, part)
        .orElseThrow(() -> new BadRequest("The model has no file " + part + "."));
  }

  private static Optional<byte[]> file(StoredModel stored, ModelPart part) {
    return stored.files().stream()
        .filter(file -> file.part() == part)
        .map(ModelFileContent::bytes)
        .findFirst();
  }
}
