package io.outlay.scoring.train;

import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.table.Folds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures how good models of a task are on rows they did not learn from. Blocks. */
public final class Experiment {

  private static final int SEEDS = 5;

  private final LearningTask task;
  private final CsvTable table;
  private final Consumer<String> progress;

  /**
   * @param progress told each fold's figures as they come
   */
  public Experiment(LearningTask task, CsvTable table, Consumer<String> progress) {
    this.task = task;
    this.table = table;
    this.progress = progress;
  }

  /** Each fold in turn is foretold by a model of the others. */
  public List<Map<String, Double>> crossValidated(Folds folds) {
    List<Map<String, Double>> figures = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      try (TableModel model = TableModel.train(task, table, folds.outside(fold, table.rows()))) {
        add(figures, model.figures(table, folds.inside(fold, table.rows())));
      }
    }
    return figures;
  }

  /**
   * For models that use no labels: five models of all rows from five seeds, each measured on all
   * rows, as the benchmark's own figures are.
   */
  public List<Map<String, Double>> overSeeds() {
    List<Map<String, Double>> figures = new ArrayList<>();
    for (int i = 0; i < SEEDS; i++) {
      try (TableModel model =
          TableModel.train(task.withSeed(task.seed() + i), table, TableModel.all(table))) {
        add(figures, model.figures(table, TableModel.all(table)));
      }
    }
    return figures;
  }

  private void add(List<Map<String, Double>> figures, Map<String, Double> ofFold) {
    figures.add(ofFold);
    progress.accept("fold " + figures.size() + ": " + ofFold);
  }
}
