package io.outlay.scoring.training;

import io.outlay.domain.risk.ModelData;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.registry.ModelRecipe;
import java.util.List;

/**
 * A trained model before it is registered. Equal tables, stakes and seed make equal ones, byte for
 * byte.
 *
 * @param parameters how it was trained, as JSON
 * @param card Markdown, with {@code {number}} for its number
 */
record MadeModel(
    RiskKind kind,
    List<ModelFeature> features,
    ModelData data,
    String parameters,
    ModelMetrics metrics,
    ModelRecipe recipe,
    String card,
    List<ModelFileContent> files) {

  MadeModel {
    features = List.copyOf(features);
    files = List.copyOf(files);
  }

  NewRiskModel by(long jobId, String createdBy) {
    return new NewRiskModel(
        kind,
        ModelOrigin.TRAINED,
        features,
        data,
        parameters,
        metrics.toJson(),
        recipe.toJson(),
        card,
        files,
        jobId,
        createdBy);
  }
}
