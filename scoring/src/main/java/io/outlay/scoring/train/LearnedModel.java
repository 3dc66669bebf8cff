package io.outlay.scoring.train;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.List;
import java.util.Map;

/** A trained model over encoded rows. Safe to share; methods block. */
public sealed interface LearnedModel extends AutoCloseable
    permits RiskClassifier, SurvivalModel, AnomalyModel {

  /** What it foretells. */
  ModelKind kind();

  /** What {@link Score#value} means, as a column's name. */
  String valueName();

  /** Name of the model file in a folder. */
  String fileName();

  /** The model file. */
  byte[] file();

  /** Scores with contributions. */
  List<Score> scores(FeatureMatrix rows);

  /** How good the model foretold, by name of the figure; those that do not apply are left out. */
  Map<String, Double> figures(FeatureMatrix rows, Outcome outcome);

  /** Gives native memory back. */
  @Override
  void close();
}
