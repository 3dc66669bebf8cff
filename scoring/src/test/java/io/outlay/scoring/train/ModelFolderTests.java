package io.outlay.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.table.Folds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFolderTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void modelIsReadBackAsItWas(ModelKind kind) throws IOException {
    CsvTable table = table();
    ModelFolder out = new ModelFolder(folder.resolve("model"));
    try (TableModel trained = train(kind, table)) {
      out.write(trained, table, data(), metrics());
      int[] rows = {0, 1, 2, 399};
      try (TableModel read = out.read()) {
        assertThat(read.task()).isEqualTo(trained.task());
        assertThat(read.scores(table, rows))
            .usingRecursiveComparison()
            .isEqualTo(trained.scores(table, rows));
      }
    }
    assertThat(Files.readString(folder.resolve("model/card.md")))
        .contains("# Model card", "| auc | 0.9000 |", "`plan`", "400 rows");
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void equalDataAndSeedGiveEqualBytes(ModelKind kind) throws IOException {
    CsvTable table = table();
    for (String name : List.of("a", "b")) {
      try (TableModel model = train(kind, table)) {
        new ModelFolder(folder.resolve(name)).write(model, table, data(), metrics());
      }
    }
    try (TableModel model = train(kind, table)) {
      for (String file : List.of(model.model().fileName(), "model.json", "card.md")) {
        assertThat(folder.resolve("a").resolve(file))
            .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
      }
    }
  }

  @Test
  void changedOrMissingFilesAreRefused() throws IOException {
    CsvTable table = table();
    ModelFolder out = new ModelFolder(folder.resolve("model"));
    try (TableModel model = train(ModelKind.CLASSIFIER, table)) {
      out.write(model, table, data(), metrics());
    }
    Path description = folder.resolve("model/model.json");
    String text = Files.readString(description);

    Files.writeString(description, text.replaceFirst("(\"margins\" : \\[ -?)", "$19"));
    assertThatThrownBy(out::read).hasMessageContaining("margin of sample row 0");
    Files.writeString(description, text.substring(0, text.length() / 2));
    assertThatThrownBy(out::read).isInstanceOf(BadRequest.class).hasMessageContaining("model.json");
    Files.writeString(description, text);
    Files.write(folder.resolve("model/model.ubj"), new byte[] {'{'});
    assertThatThrownBy(out::read).hasMessageContaining("the file that model.json describes");
    Files.delete(folder.resolve("model/model.ubj"));
    assertThatThrownBy(out::read).hasMessageContaining("a folder with model.ubj");
  }

  @Test
  void linesOfTheScoreFileAddUp() throws IOException {
    CsvTable table = table();
    Path file = folder.resolve("scores.csv");
    try (TableModel model = train(ModelKind.CLASSIFIER, table)) {
      new ScoreFile(model, table).write(file);
    }
    CsvTable scores = CsvTable.read(file);
    assertThat(scores.rows()).isEqualTo(400);
    assertThat(scores.column("reason1").text(0)).isIn("plan", "visits", "noise");
    for (int row = 0; row < scores.rows(); row++) {
      double sum = scores.column("baseValue").number(row) + scores.column("rest").number(row);
      for (int reason = 1; reason <= 5; reason++) {
        double contribution = scores.column("contribution" + reason).number(row);
        sum += Double.isNaN(contribution) ? 0 : contribution;
      }
      assertThat(sum).isCloseTo(scores.column("margin").number(row), within(1e-4));
    }
  }

  @Test
  void modelLearnsWhatIsThere() throws IOException {
    CsvTable table = table();
    LearningTask task = task(ModelKind.CLASSIFIER);
    Map<String, FoldFigure> figures =
        FoldFigure.summary(
            new Experiment(task, table, line -> {}).crossValidated(new Folds("t", 3)));
    FoldFigure auc = figures.getOrDefault("auc", new FoldFigure(null, null, List.of()));
    assertThat(auc.perFold()).hasSize(3).allMatch(value -> value > 0.7);
    assertThat(figures.keySet()).contains("prAuc", "logLoss", "brier", "accuracy", "ece", "cIndex");
  }

  @Test
  void tooLittleToLearnFromIsRefused() throws IOException {
    CsvTable table =
        CsvTable.read(Files.writeString(folder.resolve("s.csv"), "label,x\n1,2\n0,3\n"));
    LearningTask task =
        new LearningTask(ModelKind.CLASSIFIER, "label", null, null, Set.of(), Set.of(), 1);
    assertThatThrownBy(() -> TableModel.train(task, table, new int[] {0, 1}))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("1 positive, 1 negative");
  }

  private static TableModel train(ModelKind kind, CsvTable table) {
    return TableModel.train(task(kind), table, TableModel.all(table));
  }

  private static LearningTask task(ModelKind kind) {
    boolean timed = kind == ModelKind.SURVIVAL;
    return new LearningTask(
        kind,
        timed ? null : "left",
        timed ? "days" : null,
        timed ? "left" : null,
        Set.of(),
        timed ? Set.of() : Set.of("days"),
        7);
  }

  private static Map<String, FoldFigure> metrics() {
    return FoldFigure.summary(List.of(Map.of("auc", 0.9)));
  }

  private Path data() {
    return folder.resolve("t.csv");
  }

  /** Four hundred users whose leaving hangs on their plan and visits. */
  private CsvTable table() throws IOException {
    SplittableRandom random = new SplittableRandom(12);
    StringBuilder text = new StringBuilder("plan,visits,noise,days,left\n");
    for (int i = 0; i < 400; i++) {
      boolean paid = random.nextBoolean();
      int visits = random.nextInt(10);
      double chance = (paid ? 0.1 : 0.5) + (visits < 4 ? 0.4 : 0);
      text.append(paid ? "paid" : "free").append(',').append(visits == 9 ? "" : visits);
      text.append(',').append(random.nextInt(100)).append(',');
      text.append(1 + random.nextInt(paid ? 60 : 20)).append(',');
      text.append(random.nextDouble() < chance ? "Yes" : "No").append('\n');
    }
    return CsvTable.read(Files.writeString(data(), text));
  }
}
