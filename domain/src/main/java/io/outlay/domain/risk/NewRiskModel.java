package io.outlay.domain.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model to be registered.
 *
 * @param features what its rows are made of, in order
 * @param data what it learned from; null where it was trained elsewhere
 * @param parameters how it was trained, as JSON
 * @param metrics how good it was on the newest period, as JSON; null where it was not measured
 * @param recipe what serving needs beside the files, as JSON
 * @param card the model's card in Markdown; {@code {number}} stands for the number it is given
 * @param files its files, the boosted trees among them
 * @param jobId the job that made it, which registers one model however often it runs; null for none
 * @param createdBy who asked for it
 */
public record NewRiskModel(
    RiskKind kind,
    ModelOrigin origin,
    List<ModelFeature> features,
    @Nullable ModelData data,
    String parameters,
    @Nullable String metrics,
    String recipe,
    String card,
    List<ModelFileContent> files,
    @Nullable Long jobId,
    String createdBy) {

  /** Copies the lists. */
  public NewRiskModel {
    features = List.copyOf(features);
    files = List.copyOf(files);
  }
}
