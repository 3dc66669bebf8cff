package io.outlay.scoring.train;

import io.outlay.scoring.engine.Contributions;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.engine.XgboostEngine;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A loaded booster with its file. */
final class BoostedTrees implements AutoCloseable {

  private final byte[] file;
  private final ScoringEngine engine;

  private BoostedTrees(byte[] file, ScoringEngine engine) {
    this.file = file;
    this.engine = engine;
  }

  static BoostedTrees load(byte[] file, List<String> features) {
    ModelFile read = ModelFile.read(file);
    read.requireFeatures(features);
    return new BoostedTrees(file, XgboostEngine.load(read));
  }

  byte[] file() {
    return file.clone();
  }

  float[] margins(FeatureMatrix rows) {
    return engine.margins(rows);
  }

  double[] values(FeatureMatrix rows, DoubleUnaryOperator valueOfMargin) {
    float[] margins = engine.margins(rows);
    return IntStream.range(0, margins.length)
        .mapToDouble(row -> valueOfMargin.applyAsDouble(margins[row]))
        .toArray();
  }

  List<Score> scores(FeatureMatrix rows, DoubleUnaryOperator valueOfMargin) {
    double[] values = values(rows, valueOfMargin);
    Contributions contributions = engine.contributions(rows);
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> score(values[row], contributions, row))
        .toList();
  }

  private static Score score(double value, Contributions contributions, int row) {
    double[] ofRow = new double[contributions.features()];
    for (int i = 0; i < ofRow.length; i++) {
      ofRow[i] = contributions.of(row, i);
    }
    return new Score(value, contributions.margin(row), contributions.baseValue(row), ofRow);
  }

  @Override
  public void close() {
    engine.close();
  }
}
