package io.outlay.scoring.train;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.List;
import java.util.Map;

/** Boosted trees whose margin is the logarithm of a time. */
public final class SurvivalModel implements LearnedModel {

  private final BoostedTrees trees;
  private final SurvivalCurve curve;

  SurvivalModel(BoostedTrees trees, SurvivalCurve curve) {
    this.trees = trees;
    this.curve = curve;
  }

  /** From margin to probabilities within a time. */
  public SurvivalCurve curve() {
    return curve;
  }

  @Override
  public ModelKind kind() {
    return ModelKind.SURVIVAL;
  }

  @Override
  public String valueName() {
    return "medianTime";
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
    return trees.scores(rows, curve::medianTime);
  }

  @Override
  public Map<String, Double> figures(FeatureMatrix rows, Outcome outcome) {
    return Figures.of(outcome).ofRisks(trees.values(rows, margin -> -margin));
  }

  @Override
  public void close() {
    trees.close();
  }
}
