package io.outlay.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.table.Folds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Public sets that stand beside the project on some machines: figures at least at the reference
 * less one standard deviation of a fold. The whole table is made by the commands of docs/models.md.
 */
class ReferenceFigureTests {

  @Test
  void telcoChurnIsForetoldAsWellAsByTheReference() throws IOException {
    CsvTable table = table("churn_telco/telco_churn.csv");
    LearningTask task =
        new LearningTask(
            ModelKind.CLASSIFIER, "Churn", null, null, Set.of(), Set.of("customerID"), 1);
    Map<String, FoldFigure> figures = crossValidated(task, table, "churn_telco");
    assertThat(mean(figures, "auc")).isGreaterThanOrEqualTo(0.845 - 0.009);
    assertThat(mean(figures, "prAuc")).isGreaterThanOrEqualTo(0.663 - 0.009);
    assertThat(mean(figures, "calibrationSlope")).isBetween(0.9, 1.1);
    assertThat(mean(figures, "observedToExpected")).isBetween(0.95, 1.05);
  }

  @Test
  void survivalOfBreastCancerPatientsIsOrderedAsWellAsByTheReference() throws IOException {
    CsvTable table = table("survival_gbsg2/gbsg2.csv");
    LearningTask task =
        new LearningTask(ModelKind.SURVIVAL, null, "time", "cens", Set.of(), Set.of(), 1);
    Map<String, FoldFigure> figures = crossValidated(task, table, "survival_gbsg2");
    assertThat(mean(figures, "cIndex")).isGreaterThanOrEqualTo(0.67);
  }

  @Test
  void thyroidAnomaliesAreFoundAsWellAsByTheReference() throws IOException {
    CsvTable table = table("anomaly_adbench/thyroid.csv");
    LearningTask task =
        new LearningTask(ModelKind.ANOMALY, "label", null, null, Set.of(), Set.of(), 1);
    Map<String, FoldFigure> figures =
        FoldFigure.summary(new Experiment(task, table, line -> {}).overSeeds());
    assertThat(mean(figures, "auc")).isGreaterThanOrEqualTo(0.978 - 0.0024);
  }

  private static Map<String, FoldFigure> crossValidated(
      LearningTask task, CsvTable table, String name) {
    List<Map<String, Double>> folds =
        new Experiment(task, table, line -> {}).crossValidated(new Folds(name, 5));
    return FoldFigure.summary(folds);
  }

  private static double mean(Map<String, FoldFigure> figures, String name) {
    Double mean = figures.getOrDefault(name, new FoldFigure(null, null, List.of())).mean();
    return mean == null ? Double.NaN : mean;
  }

  private static CsvTable table(String name) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    Path file = folder.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: there is no " + name + " beside the project");
    return CsvTable.read(file);
  }
}
