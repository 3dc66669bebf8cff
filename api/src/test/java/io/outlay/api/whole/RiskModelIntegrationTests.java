package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.XgboostEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a model over GraphQL: trained from events, looked at, taken out and in, promoted. */
class RiskModelIntegrationTests {

  private static final String MODEL =
      """
       id kind number state share origin createdBy card problem features { name version definition { name } }
       trainedOn { from to rowCount positiveCount sha256 definition } parameters { name value }
       metrics { rowCount positiveCount rocAuc prAuc logLoss brier calibrationSlope observedToExpected ece
         liftAt10Percent harrellC unoC anomalyRocAuc confusion { threshold truePositiveCount falsePositiveCount }
         costs { atThreshold actingOnNobody actingOnEverybody } segments { name rowCount } }
       history { from to reason changedBy } files { name url byteCount sha256 }
      """;
  private static final String MODELS = "{ riskModels(kind: CHURN) { " + MODEL + " } }";
  private static final String IMPORT =
      "mutation($input: RiskModelImportInput!) { riskModelImport(input: $input)"
          + " { riskModel { id number state origin } userErrors { field code message } } }";

  @TempDir static Path folder;

  private static Company company;
  private static JsonNode trained;
  private static byte[] file;

  @BeforeAll
  static void train() throws IOException {
    company = Company.create("risk-models");
    Path events = Files.writeString(folder.resolve("events.csv"), LeavingUsers.events());
    JsonNode imported =
        company
            .data(
                "mutation { eventsImport(input: {content: {uploadId: \""
                    + Company.server().upload(company.admin(), events)
                    + "\"}}) { job { id } userErrors { message } } }")
            .at("/eventsImport");
    assertThat(imported.at("/userErrors").toString()).isEqualTo("[]");
    assertThat(ended(imported.at("/job/id").asString()).at("/state").asString())
        .isEqualTo("SUCCEEDED");

    trained = ended(submit()).at("/riskModel");
    assertThat(trained.at("/state").asString()).as(trained.toString()).isEqualTo("CHAMPION");
    file = fetch(company.admin(), trained.at("/files/0/url").asString(), 200);
  }

  @Test
  void aTrainedModelTellsWhatItIsAndHowGood() {
    JsonNode model = models().path(models().size() - 1);

    assertThat(model.at("/number").asInt()).isEqualTo(1);
    assertThat(model.at("/origin").asString()).isEqualTo("TRAINED");
    assertThat(model.at("/problem").isNull()).isTrue();
    assertThat(model.at("/features").size()).isGreaterThan(10);
    assertThat(model.at("/features").valueStream())
        .allMatch(feature -> feature.at("/definition/name").equals(feature.at("/name")));
    assertThat(model.at("/trainedOn/rowCount").asInt()).isGreaterThan(500);
    assertThat(model.at("/trainedOn/sha256").asString()).hasSize(64);
    assertThat(model.at("/metrics/rocAuc").asDouble()).isBetween(0.5, 1.0);
    assertThat(model.at("/metrics/harrellC").isNumber()).isTrue();
    assertThat(model.at("/metrics/anomalyRocAuc").isNull()).isTrue();
    assertThat(model.at("/metrics/confusion/threshold").asDouble()).isEqualTo(0.2);
    assertThat(model.at("/card").asString())
        .contains("# Model card: CHURN, version 1", "## When to act");
    assertThat(model.at("/history/0/to").asString()).isEqualTo("CHAMPION");
    assertThat(model.at("/files").size()).isEqualTo(2);
    assertThat(model.at("/parameters").toString()).contains("learningRate", "0.05");
  }

  @Test
  void whatIsTakenOutCanBeTakenInAndServesAfterItsPromotionUntilItIsRolledBack()
      throws IOException {
    JsonNode taken = imports(file, names(), samples(0));
    assertThat(taken.at("/userErrors").toString()).isEqualTo("[]");
    String id = taken.at("/riskModel/id").asString();
    assertThat(taken.at("/riskModel/state").asString()).isEqualTo("CANDIDATE");
    assertThat(taken.at("/riskModel/origin").asString()).isEqualTo("IMPORTED");

    JsonNode promoted = promote(company.admin(), id);
    assertThat(promoted.at("/riskModel/state").asString()).isEqualTo("CHAMPION");
    assertThat(promoted.at("/former/state").asString()).isEqualTo("RETIRED");
    assertThat(promoted.at("/former/id").asString()).isEqualTo(trained.at("/id").asString());
    assertThat(promote(company.admin(), id).at("/userErrors/0/code").asString())
        .isEqualTo("CONFLICT");

    JsonNode back =
        company
            .data(
                "mutation { riskModelRollback(input: {kind: CHURN, reason: \"worse\"}) { riskModel"
                    + " { id history { to reason } } former { id state } userErrors { code } } }")
            .at("/riskModelRollback");
    assertThat(back.at("/riskModel/id").asString()).isEqualTo(trained.at("/id").asString());
    assertThat(back.at("/riskModel/history").toString()).contains("worse");
    assertThat(back.at("/former/id").asString()).isEqualTo(id);
    String log =
        company.data("{ auditEvents(first: 10) { nodes { action before after } } }").toString();
    assertThat(log).contains("riskModelImport", "riskModelPromote", "riskModelRollback");
  }

  @Test
  void wrongFilesRowsAndFeaturesAreRefusedInWords() throws IOException {
    int before = models().size();

    refused(imports(Arrays.copyOf(file, file.length / 2), names(), samples(0)), "ends in");
    refused(imports("{}".getBytes(StandardCharsets.UTF_8), names(), samples(0)), "has no");
    refused(imports(file, names(), samples(0.01)), "samples is");
    refused(imports(file, names().subList(1, names().size()), samples(0)), "number of features");
    List<String> unknown = new ArrayList<>(names());
    unknown.set(0, "shoe_size");
    refused(imports(file, unknown, samples(0)), "a column shoe_size too");
    refused(imports(file, List.of(), samples(0)), "features");

    assertThat(models()).hasSize(before);
  }

  @Test
  void limitedTokensPartnersAndStrangersReachNoModels() throws IOException {
    Company other = Company.create("risk-models-other");
    String limited = company.token("ADMIN", Map.of("channels", List.of()));
    String analyst = company.token("ANALYST", Map.of());
    String url = trained.at("/files/0/url").asString();
    String id = trained.at("/id").asString();

    assertThat(other.data(MODELS).at("/riskModels").size()).isZero();
    assertThat(other.data("{ node(id: \"" + id + "\") { id } }").at("/node").isNull()).isTrue();
    assertThat(promote(other.admin(), id).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    fetch(other.admin(), url, 404);
    fetch(analyst, url, 200);
    assertThat(code(analyst, "mutation { riskModelTrain(input: {kind: FRAUD}) { job { id } } }"))
        .isEqualTo("FORBIDDEN");
    assertThat(code(limited, MODELS)).isEqualTo("FORBIDDEN");
    fetch(limited, url, 403);
  }

  @Test
  void aTrainingWithoutEnoughToLearnFromFailsInWords() {
    JsonNode job =
        ended(
            company
                .data("mutation { riskModelTrain(input: {kind: FRAUD}) { job { id } } }")
                .at("/riskModelTrain/job/id")
                .asString());

    assertThat(job.at("/state").asString()).isEqualTo("FAILED");
    assertThat(job.at("/error/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(job.at("/riskModel").isNull()).isTrue();
  }

  private static String submit() {
    return company
        .data("mutation { riskModelTrain(input: {kind: CHURN, seed: 7}) { job { id kind } } }")
        .at("/riskModelTrain/job/id")
        .asString();
  }

  private static JsonNode ended(String job) {
    String query =
        "query($id: ID!) { job(id: $id) { state finishedAt error { code message } riskModel { "
            + MODEL
            + " } } }";
    return Company.server()
        .await(
            company.admin(),
            query,
            Map.of("id", job),
            answer -> answer.at("/data/job/finishedAt").isString())
        .at("/data/job");
  }

  private static JsonNode models() {
    return company.data(MODELS).at("/riskModels");
  }

  private static JsonNode promote(String token, String id) {
    return Company.server()
        .ask(
            token,
            "mutation($id: ID!) { riskModelPromote(input: {id: $id, reason: \"better\"})"
                + " { riskModel { id state } former { id state } userErrors { code message } } }",
            Map.of("id", id))
        .at("/data/riskModelPromote");
  }

  private static String code(String token, String query) {
    return Company.server().ask(token, query, Map.of()).at("/errors/0/extensions/code").asString();
  }

  private static void refused(JsonNode payload, String why) {
    assertThat(payload.at("/riskModel").isNull()).isTrue();
    assertThat(payload.at("/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
    assertThat(payload.at("/userErrors/0/message").asString()).contains(why);
  }

  private static JsonNode imports(byte[] bytes, List<String> features, String samples)
      throws IOException {
    Path upload = Files.write(folder.resolve("model.ubj"), bytes);
    Map<String, Object> input = new HashMap<>();
    input.put("kind", "CHURN");
    input.put("file", Map.of("uploadId", Company.server().upload(company.admin(), upload)));
    input.put("features", features);
    input.put("samples", Map.of("text", samples));
    return Company.server()
        .ask(company.admin(), IMPORT, Map.of("input", input))
        .at("/data/riskModelImport");
  }

  private static List<String> names() {
    return trained.at("/features").valueStream().map(f -> f.at("/name").asString()).toList();
  }

  /** Rows with the file's own outputs, made wrong by so much. */
  private static String samples(double wrongBy) {
    int columns = names().size();
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[5 * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextInt(100);
    }
    FeatureMatrix rows = new FeatureMatrix(values, 5, columns);
    try (XgboostEngine engine = XgboostEngine.load(ModelFile.read(file))) {
      double[] outputs = engine.outputs(rows);
      return String.join(",", names())
          + ",output\n"
          + IntStream.range(0, 5)
              .mapToObj(row -> line(rows, row) + "," + (outputs[row] + wrongBy))
              .collect(Collectors.joining("\n"));
    }
  }

  private static String line(FeatureMatrix rows, int row) {
    return IntStream.range(0, rows.columns())
        .mapToObj(i -> Float.isNaN(rows.at(row, i)) ? "" : Float.toString(rows.at(row, i)))
        .collect(Collectors.joining(","));
  }

  private static byte[] fetch(String token, String path, int status) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Company.server().port() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(status);
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
