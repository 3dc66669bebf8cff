package io.outlay.scoring.train;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.List;
import java.util.Map;

/** Boosted trees whose margin is calibrated to a probability. */
public final class RiskClassifier implements LearnedModel {

  private final BoostedTrees trees;
  private final Calibration calibration;

  RiskClassifier(BoostedTrees trees, Calibration calibration) {
    this.trees = trees;
    this.calibration = calibration;
  }

  /** From margin to probability. */
  public Calibration calibration() {
    return calibration;
  }

  @Override
  public ModelKind kind() {
    return ModelKind.CLASSIFIER;
  }

  @Override
  public String valueName() {
    return "probability";
  }

  @Override
  public String fileName() {
    return "model.ubj";
  }

  @Override
  public byte[] file() {
    return trees.file();
  }

  @Override
  public List<Score> scores(FeatureMatrix rows) {
    return trees.scores(rows, calibration::probability);
  }

  @Override
  public Map<String, Double> figures(FeatureMatrix rows, Outcome outcome) {
    return Figures.of(outcome).ofProbabilities(trees.values(rows, calibration::probability));
  }

  @Override
  public void close() {
    trees.close();
  }
}
