package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.engine.XgboostEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XgboostNative;
import tools.jackson.databind.JsonNode;

/** A company with users and a churn model of its own, made over the API. */
final class ScoredCompany {

  private static final String RECORD =
      "mutation($input: EventsRecordInput!) { eventsRecord(input: $input)"
          + " { accepted userErrors { message } } }";
  private static final String FEATURES =
      "{ viewer { organization { riskSettings { churn { features { name } } } } } }";
  private static final String IMPORT =
      "mutation($input: RiskModelImportInput!) { riskModelImport(input: $input)"
          + " { riskModel { id state } userErrors { field message } } }";
  private static final String PROMOTE =
      "mutation($input: RiskModelPromoteInput!) { riskModelPromote(input: $input)"
          + " { riskModel { id state } userErrors { message } } }";
  private static final int COLUMNS = 8;
  private static final int ROWS = 300;

  private final BiFunction<String, Map<String, ?>, JsonNode> server;

  private ScoredCompany(BiFunction<String, Map<String, ?>, JsonNode> server) {
    this.server = server;
  }

  /** Gives a model to a company of the shared server. */
  static ScoredCompany of(Company company) {
    return of((query, variables) -> Company.server().ask(company.admin(), query, variables));
  }

  /** Gives a model to the company of whoever asks. */
  static ScoredCompany of(BiFunction<String, Map<String, ?>, JsonNode> server) {
    ScoredCompany made = new ScoredCompany(server);
    made.takeModel();
    return made;
  }

  /** Users with these ids, each with a sign-up and some sessions of its own. */
  void users(List<String> ids) {
    Instant now = Instant.now();
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      event(events, ids.get(i), "SIGNED_UP", now.minus(Duration.ofDays(5 + i % 80)));
      for (int session = 0; session < i % 4; session++) {
        event(
            events, ids.get(i), "SESSION_STARTED", now.minus(Duration.ofHours(1 + 40L * session)));
      }
    }
    for (int from = 0; from < events.size(); from += 400) {
      List<Map<String, Object>> some = events.subList(from, Math.min(events.size(), from + 400));
      JsonNode answer = ask(RECORD, Map.of("input", Map.of("events", some)));
      assertThat(answer.at("/data/eventsRecord/accepted").asInt())
          .as(answer.toString())
          .isEqualTo(some.size());
    }
  }

  /** Ids made of a prefix and a number. */
  static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
  }

  JsonNode ask(String query, Map<String, ?> variables) {
    return server.apply(query, variables);
  }

  private static void event(
      List<Map<String, Object>> events, String user, String type, Instant at) {
    events.add(
        Map.of(
            "eventId",
            user + "-" + events.size(),
            "userId",
            user,
            "type",
            type,
            "occurredAt",
            at.toString()));
  }

  /** A model of real trees over features the company has. */
  private void takeModel() {
    List<String> names =
        ask(FEATURES, Map.of())
            .at("/data/viewer/organization/riskSettings/churn/features")
            .valueStream()
            .limit(COLUMNS)
            .map(feature -> feature.at("/name").asString())
            .toList();
    FeatureMatrix rows = rows();
    byte[] file = train(rows);
    Map<String, Object> input = new HashMap<>();
    input.put("kind", "CHURN");
    input.put("features", names);
    input.put("file", Map.of("text", new String(file, StandardCharsets.UTF_8)));
    input.put("samples", Map.of("text", samples(names, rows, file)));
    input.put("threshold", 0.5);
    JsonNode model = ask(IMPORT, Map.of("input", input)).at("/data/riskModelImport");
    assertThat(model.at("/riskModel/id").isString()).as(model.toString()).isTrue();
    if (!model.at("/riskModel/state").asString().equals("CHAMPION")) {
      JsonNode promoted =
          ask(PROMOTE, Map.of("input", Map.of("id", model.at("/riskModel/id").asString())));
      assertThat(promoted.at("/data/riskModelPromote/riskModel/state").asString())
          .as(promoted.toString())
          .isEqualTo("CHAMPION");
    }
  }

  private static FeatureMatrix rows() {
    SplittableRandom random = new SplittableRandom(5);
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(0, 8);
    }
    return new FeatureMatrix(values, ROWS, COLUMNS);
  }

  private static byte[] train(FeatureMatrix rows) {
    float[] labels = new float[rows.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.at(i, 0) > 3 ^ rows.at(i, 1) > 4 ? 1 : 0;
    }
    long matrix = XgboostNative.createMatrix(rows.values(), rows.rows(), COLUMNS);
    long booster = XgboostNative.createBooster(matrix);
    try {
      XgboostNative.setRowValues(matrix, "label", labels);
      XgboostNative.setParameter(booster, "objective", "binary:logistic");
      XgboostNative.setParameter(booster, "max_depth", "3");
      XgboostNative.setParameter(booster, "nthread", "1");
      IntStream.range(0, 8).forEach(round -> XgboostNative.boost(booster, round, matrix));
      return XgboostNative.save(booster, "json");
    } finally {
      XgboostNative.freeBooster(booster);
      XgboostNative.freeMatrix(matrix);
    }
  }

  private static String samples(List<String> names, FeatureMatrix rows, byte[] file) {
    StringBuilder csv = new StringBuilder(String.join(",", names)).append(",output\n");
    try (ScoringEngine engine = XgboostEngine.load(ModelFile.read(file))) {
      double[] outputs = engine.outputs(rows);
      for (int row = 0; row < rows.rows(); row++) {
        for (int column = 0; column < COLUMNS; column++) {
          float value = rows.at(row, column);
          csv.append(Float.isNaN(value) ? "" : Float.toString(value)).append(',');
        }
        csv.append(outputs[row]).append('\n');
      }
    }
    return csv.toString();
  }
}
