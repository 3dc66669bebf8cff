package io.outlay.scoring.train;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.table.FeatureEncoding;
import io.outlay.scoring.table.Folds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A model that reads rows of a table. Safe to share; methods block. */
public final class TableModel implements AutoCloseable {

  private final LearningTask task;
  private final FeatureEncoding encoding;
  private final LearnedModel model;

  TableModel(LearningTask task, FeatureEncoding encoding, LearnedModel model) {
    this.task = task;
    this.encoding = encoding;
    this.model = model;
  }

  /** Learns a task from some rows of a table with the default parameters. */
  public static TableModel train(LearningTask task, CsvTable table, int[] rows) {
    FeatureEncoding encoding = task.encoding(table, rows);
    if (encoding.columns().isEmpty()) {
      throw new BadRequest("The table has no column to learn from.");
    }
    FeatureMatrix features = encoding.encode(table, rows);
    ModelTrainer trainer = new ModelTrainer(BoostingParameters.DEFAULT, task.seed());
    LearnedModel model =
        task.kind() == ModelKind.ANOMALY
            ? trainer.trainAnomaly(features)
            : trainer.train(
                encoding.features(), features, task.outcome(table).select(rows), parts()::of);
    return new TableModel(task, encoding, model);
  }

  /** Parts of the training rows by their place, the same in every run. */
  private static Folds parts() {
    return new Folds("inner", BoostingParameters.DEFAULT.innerFolds());
  }

  /** What was learned. */
  public LearningTask task() {
    return task;
  }

  /** How columns become features. */
  public FeatureEncoding encoding() {
    return encoding;
  }

  /** The model behind the table. */
  public LearnedModel model() {
    return model;
  }

  /** The same model, comparing with other columns where they are named. */
  public TableModel observedIn(
      @Nullable String label, @Nullable String time, @Nullable String event) {
    LearningTask other =
        new LearningTask(
            task.kind(),
            label == null ? task.label() : label,
            time == null ? task.time() : time,
            event == null ? task.event() : event,
            task.categorical(),
            task.dropped(),
            task.seed());
    return new TableModel(other, encoding, model);
  }

  /** How good the model foretells some rows; nothing where what happened is not in the table. */
  public Map<String, Double> figures(CsvTable table, int[] rows) {
    if (!task.isObservedIn(table)) {
      return Map.of();
    }
    return model.figures(encoding.encode(table, rows), task.outcome(table).select(rows));
  }

  /** Scores of some rows. */
  public List<Score> scores(CsvTable table, int[] rows) {
    return model.scores(encoding.encode(table, rows));
  }

  /** Contributions of a score added up by column, in the order of the encoding's columns. */
  public double[] byColumn(Score score) {
    double[] sums = new double[encoding.columns().size()];
    int feature = 0;
    for (int column = 0; column < sums.length; column++) {
      int width = encoding.columns().get(column).features().size();
      sums[column] = Arrays.stream(score.contributions(), feature, feature + width).sum();
      feature += width;
    }
    return sums;
  }

  /** All rows of a table. */
  public static int[] all(CsvTable table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
