package io.outlay.api.commandline;

import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.train.Experiment;
import io.outlay.scoring.train.FoldFigure;
import io.outlay.scoring.train.LearningTask;
import io.outlay.scoring.train.ModelFolder;
import io.outlay.scoring.train.ModelKind;
import io.outlay.scoring.train.ScoreFile;
import io.outlay.scoring.train.TableModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Models of any table, for data scientists. Needs neither server nor database. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Trains, measures and applies models of any CSV table.")
final class ModelCommand {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private final PrintWriter output;
  private final PrintWriter progress;

  ModelCommand(PrintWriter output, PrintWriter progress) {
    this.output = output;
    this.progress = progress;
  }

  /** Trains a model of all rows and prints how good models of it are on rows they did not see. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = "Trains a model, writes it to a folder and prints its metrics as JSON.")
  int train(
      @Mixin TableOptions options,
      @Mixin LearningOptions learning,
      @Option(
              names = "--fold-name",
              description =
                  "Name of the split: a row's fold is CRC-32 of NAME:row, modulo folds. Default:"
                      + " the file's name.")
          @Nullable String foldName,
      @Option(names = "--folds", defaultValue = "5", description = "Folds. Default: 5.") int folds,
      @Option(names = "--test", description = "A file to measure on instead of folds.")
          @Nullable Path test)
      throws IOException {
    LearningTask task = learning.task(options);
    CsvTable table = CsvTable.read(options.data);
    try (TableModel model = TableModel.train(task, table, TableModel.all(table))) {
      List<Map<String, Double>> figures =
          test != null
              ? List.of(required(model, CsvTable.read(test)))
              : measured(task, table, LearningOptions.folds(foldName, folds, options.data));
      Map<String, FoldFigure> metrics = FoldFigure.summary(figures);
      new ModelFolder(options.out).write(model, table, options.data, metrics);
      print(metrics);
    }
    return 0;
  }

  /** Anomalies of a table without a named split are measured as their benchmark does: by seeds. */
  private List<Map<String, Double>> measured(
      LearningTask task, CsvTable table, LearningOptions.NamedFolds folds) {
    Experiment experiment = new Experiment(task, table, progress::println);
    return task.kind() == ModelKind.ANOMALY && !folds.named()
        ? experiment.overSeeds()
        : experiment.crossValidated(folds.folds());
  }

  /** Measures a trained model on a file. */
  @Command(
      name = "evaluate",
      mixinStandardHelpOptions = true,
      description = "Measures a trained model on a file and prints its metrics as JSON.")
  int evaluate(@Mixin TableOptions options, @Mixin FolderOption folder) throws IOException {
    CsvTable table = CsvTable.read(options.data);
    try (TableModel model = folder.read(options)) {
      print(FoldFigure.summary(List.of(required(model, table))));
    }
    return 0;
  }

  /** Scores every row of a file. */
  @Command(
      name = "score",
      mixinStandardHelpOptions = true,
      description =
          "Scores a file with a trained model into scores.csv, with the columns that moved each"
              + " score, and prints the metrics as JSON (null where the label is not in the file).")
  int score(@Mixin TableOptions options, @Mixin FolderOption folder) throws IOException {
    CsvTable table = CsvTable.read(options.data);
    try (TableModel model = folder.read(options)) {
      Files.createDirectories(options.out);
      Path scores = options.out.resolve("scores.csv");
      new ScoreFile(model, table).write(scores);
      progress.println(table.rows() + " rows scored to " + scores);
      print(FoldFigure.summary(List.of(measured(model, table))));
    }
    return 0;
  }

  private static Map<String, Double> required(TableModel model, CsvTable table) {
    model.task().requireObservedIn(table);
    return measured(model, table);
  }

  private static Map<String, Double> measured(TableModel model, CsvTable table) {
    return model.figures(table, TableModel.all(table));
  }

  private void print(Map<String, FoldFigure> metrics) {
    output.println(JSON.writeValueAsString(metrics));
  }
}
