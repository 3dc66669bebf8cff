package io.outlay.bench;

import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.XgboostEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Users with events and a model of 200 trees of depth 6 over 30 features, given to a running server
 * over its API. Doing it again changes nothing but the model's version.
 */
final class RiskSeed {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int EVENTS_A_CALL = 300;
  private static final int SAMPLES = 200;

  private final ReadClient client;
  private final URI endpoint;
  private final String token;

  RiskSeed(ReadClient client, URI endpoint, String token) {
    this.client = client;
    this.endpoint = endpoint;
    this.token = token;
  }

  /** Id of a user by its number. */
  static String user(int number) {
    return "load-" + number;
  }

  /** Sends events of users, unless the last of them is known. */
  void users(int count) throws IOException, InterruptedException {
    JsonNode last =
        ask(
            "query($id: String!) { userByExternalId(externalId: $id) { id } }",
            Map.of("id", user(count - 1)));
    if (last.at("/userByExternalId/id").isString()) {
      return;
    }
    SplittableRandom random = new SplittableRandom(1);
    List<Map<String, Object>> events = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      addEvents(events, number, random);
      if (events.size() > EVENTS_A_CALL - 20 || number == count - 1) {
        ask(
            "mutation($input: EventsRecordInput!) { eventsRecord(input: $input) { accepted"
                + " userErrors { message } } }",
            Map.of("input", Map.of("events", events)));
        events.clear();
      }
    }
  }

  private static void addEvents(
      List<Map<String, Object>> events, int number, SplittableRandom random) {
    Instant now = Instant.now();
    String user = user(number);
    events.add(event(user + "-s", user, "SIGNED_UP", now.minus(Duration.ofDays(90))));
    int sessions = random.nextInt(12);
    for (int session = 0; session < sessions; session++) {
      Instant at = now.minus(Duration.ofMinutes(random.nextInt(1, 120_000)));
      events.add(event(user + "-" + session, user, "SESSION_STARTED", at));
    }
  }

  private static Map<String, Object> event(String id, String user, String type, Instant at) {
    return Map.of("eventId", id, "userId", user, "type", type, "occurredAt", at.toString());
  }

  /** Registers the model and makes it champion. */
  void model(ForestOfSixLevels forest) throws IOException, InterruptedException {
    List<String> names =
        ask(
                "{ viewer { organization { riskSettings { churn { features { name } } } } } }",
                Map.of())
            .at("/viewer/organization/riskSettings/churn/features")
            .valueStream()
            .limit(ForestOfSixLevels.FEATURES)
            .map(feature -> feature.at("/name").asString())
            .toList();
    if (names.size() < ForestOfSixLevels.FEATURES) {
      throw new IllegalStateException("only " + names.size() + " features for churn");
    }
    Map<String, Object> input =
        Map.of(
            "kind",
            "CHURN",
            "features",
            names,
            "threshold",
            0.5,
            "file",
            Map.of("uploadId", upload("model.ubj", forest.file())),
            "samples",
            Map.of("uploadId", upload("samples.csv", samples(names, forest))));
    String id =
        ask(
                "mutation($input: RiskModelImportInput!) { riskModelImport(input: $input) {"
                    + " riskModel { id } userErrors { field message } } }",
                Map.of("input", input))
            .at("/riskModelImport/riskModel/id")
            .asString();
    ask(
        "mutation($input: RiskModelPromoteInput!) { riskModelPromote(input: $input) { riskModel {"
            + " state } userErrors { message } } }",
        Map.of("input", Map.of("id", id)));
  }

  private static byte[] samples(List<String> names, ForestOfSixLevels forest) {
    float[] values = ForestOfSixLevels.rows(SAMPLES, 3);
    StringBuilder csv = new StringBuilder(String.join(",", names)).append(",output\n");
    try (XgboostEngine engine = XgboostEngine.load(ModelFile.read(forest.file()))) {
      double[] outputs =
          engine.outputs(new FeatureMatrix(values, SAMPLES, ForestOfSixLevels.FEATURES));
      for (int row = 0; row < SAMPLES; row++) {
        for (int column = 0; column < ForestOfSixLevels.FEATURES; column++) {
          csv.append(values[row * ForestOfSixLevels.FEATURES + column]).append(',');
        }
        csv.append(outputs[row]).append('\n');
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The data of an answer. */
  JsonNode ask(String query, Map<String, ?> variables) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    return JSON.readTree(client.send(body)).at("/data");
  }

  private String upload(String name, byte[] content) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/imports?fileName=" + name))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    try (HttpClient uploads = HttpClient.newHttpClient()) {
      String answer = uploads.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(answer).required("uploadId").asString();
    }
  }
}
