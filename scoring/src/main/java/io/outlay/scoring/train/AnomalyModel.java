package io.outlay.scoring.train;

import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An isolation forest. */
public final class AnomalyModel implements LearnedModel {

  private final IsolationForest forest;

  AnomalyModel(IsolationForest forest) {
    this.forest = forest;
  }

  @Override
  public ModelKind kind() {
    return ModelKind.ANOMALY;
  }

  @Override
  public String valueName() {
    return "anomaly";
  }

  @Override
  public String fileName() {
    return "forest.json";
  }

  @Override
  public byte[] file() {
    return ModelJson.write(forest);
  }

  @Override
  public List<Score> scores(FeatureMatrix rows) {
    double[] values = forest.scores(rows);
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> score(values[row], forest.contributions(rows, row)))
        .toList();
  }

  private static Score score(double value, double[] contributions) {
    return new Score(value, Arrays.stream(contributions).sum(), 0, contributions);
  }

  @Override
  public Map<String, Double> figures(FeatureMatrix rows, Outcome outcome) {
    return Figures.of(outcome).ofRisks(forest.scores(rows));
  }

  @Override
  public void close() {
    // All of it is on the heap.
  }
}
