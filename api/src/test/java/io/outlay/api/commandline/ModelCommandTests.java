package io.outlay.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.scoring.table.CsvTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelCommandTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writeTable() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("id,plan,visits,code,days,left\n");
    for (int i = 0; i < 300; i++) {
      boolean paid = random.nextBoolean();
      int visits = random.nextInt(10);
      text.append('u').append(i).append(paid ? ",paid," : ",free,").append(visits).append(',');
      text.append(random.nextInt(3)).append(',').append(1 + random.nextInt(paid ? 60 : 20));
      text.append(random.nextInt(20) < 14 - visits ? ",Yes\n" : ",No\n");
    }
    Files.writeString(data(), text);
  }

  @Test
  void trainPrintsOneJsonObjectAndLeavesTheModel() throws IOException {
    JsonNode metrics = train("--label", "left", "--drop", "id,days", "--categorical", "code");

    assertThat(metrics.path("auc").path("perFold").size()).isEqualTo(5);
    assertThat(metrics.path("auc").path("mean").asDouble()).isBetween(0.6, 0.9);
    for (String name : List.of("prAuc", "logLoss", "brier", "accuracy", "ece")) {
      assertThat(metrics.path(name).path("mean").isNumber()).as(name).isTrue();
    }
    assertThat(metrics.path("cIndex").path("mean").isNull()).isTrue();
    assertThat(metrics.has("cIndexUno")).isTrue();
    assertThat(errors.toString()).contains("fold 1: ").contains("fold 5: ");
    for (String file : List.of("model.ubj", "model.json", "card.md")) {
      assertThat(out().resolve(file)).isNotEmptyFile();
    }
    JsonNode model = JSON.readTree(Files.readString(out().resolve("model.json")));
    assertThat(model.path("features").toString()).contains("code=1").doesNotContain("days");
  }

  @Test
  void survivalIsMeasuredByConcordance() throws IOException {
    JsonNode metrics =
        train("--label", "left", "--time", "days", "--event", "left", "--drop", "id");
    assertThat(metrics.path("cIndex").path("mean").asDouble()).isBetween(0.6, 1.0);
    assertThat(metrics.path("cIndexUno").path("perFold").size()).isEqualTo(5);
    assertThat(metrics.path("auc").path("mean").isNull()).isTrue();
  }

  @Test
  void anomaliesNeedNoLabel() throws IOException {
    assertThat(train("--anomaly").path("auc").path("mean").isNull()).isTrue();
    assertThat(out().resolve("forest.json")).isNotEmptyFile();
  }

  @Test
  void trainedModelIsMeasuredOnAnotherFile() throws IOException {
    JsonNode tested = train("--label", "left", "--drop", "id,days", "--test", data().toString());
    JsonNode evaluated =
        run("evaluate", "--data", data().toString(), "--label", "left", "--out", out().toString());
    assertThat(evaluated).isEqualTo(tested);
    assertThat(evaluated.path("auc").path("perFold").size()).isEqualTo(1);
  }

  @Test
  void fileWithoutTheLabelCannotBeMeasured() throws IOException {
    train("--label", "left", "--drop", "id,days");
    Path unlabelled = folder.resolve("unlabelled.csv");
    Files.writeString(unlabelled, "plan,visits,code\npaid,1,2\n");
    String[] evaluate = {"evaluate", "--data", unlabelled.toString(), "--out", out().toString()};
    output.getBuffer().setLength(0);
    assertThat(execute(evaluate)).isEqualTo(1);
    assertThat(errors.toString()).contains("column is \"left\"; expected one of");
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void scoresHaveReasons() throws IOException {
    train("--label", "left", "--drop", "id,days");
    Path scored = folder.resolve("scored");
    JsonNode metrics =
        run(
            "score",
            "--data",
            data().toString(),
            "--model",
            out().toString(),
            "--out",
            scored.toString());
    assertThat(metrics.path("auc").path("mean").isNumber()).isTrue();
    CsvTable scores = CsvTable.read(scored.resolve("scores.csv"));
    assertThat(scores.rows()).isEqualTo(300);
    assertThat(scores.column("probability").number(0)).isBetween(0.0, 1.0);
    assertThat(scores.column("reason1").text(0)).isIn("visits", "plan", "code");
  }

  @Test
  void whatIsWrongIsSaidWithoutAStackTrace() {
    assertFails("label is null; expected the column to foretell", "--drop", "id");
    assertFails("column is \"leaving\"; expected one of [id, plan", "--label", "leaving");
    assertFails("label plan of row 0 is", "--label", "plan");
    assertFails("--folds is 1; expected 2 to 100.", "--label", "left", "--folds", "1");
    assertFails("column is \"typo\"", "--anomaly", "--label", "typo");
    assertFails("column is \"typo\"", "--label", "left", "--drop", "id,typo");
    assertFails("a file that exists", "--label", "left", "--test", "none.csv");
  }

  private void assertFails(String reason, String... options) {
    assertThat(execute(arguments("train", options))).isEqualTo(1);
    assertThat(errors.toString()).contains(reason).doesNotContain("\tat ");
    assertThat(output.toString()).isEmpty();
    errors.getBuffer().setLength(0);
  }

  private JsonNode train(String... options) throws IOException {
    return run(arguments("train", options));
  }

  private String[] arguments(String command, String... options) {
    return Stream.concat(
            Stream.of(command, "--data", data().toString(), "--out", out().toString()),
            Stream.of(options))
        .toArray(String[]::new);
  }

  private JsonNode run(String... arguments) throws IOException {
    output.getBuffer().setLength(0);
    assertThat(execute(arguments)).as(errors.toString()).isZero();
    assertThat(output.toString().strip().lines()).hasSize(1);
    return JSON.readTree(output.toString());
  }

  private int execute(String... arguments) {
    String[] all = Stream.concat(Stream.of("model"), Stream.of(arguments)).toArray(String[]::new);
    assertThat(CommandLines.isCommand(all)).isTrue();
    return CommandLines.run(all, new PrintWriter(output, true), new PrintWriter(errors, true));
  }

  private Path data() {
    return folder.resolve("users.csv");
  }

  private Path out() {
    return folder.resolve("model");
  }
}
