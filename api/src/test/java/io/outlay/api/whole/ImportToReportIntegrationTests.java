package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a file to the answer: upload, import, Kafka, facts, report. */
class ImportToReportIntegrationTests {

  private static final String ADMIN = "demo-admin";
  private static final String KAG = "ad-apis/samples/meta/KAG_conversion_data_dev.csv";

  private static final String IMPORT =
      "mutation($input: SpendImportInput!) { spendImport(input: $input)"
          + " { job { id } userErrors { field code message } } }";
  private static final String JOB =
      "query($id: ID!) { job(id: $id) { state error { code message } spendImport { result"
          + " { rowCount problemCount roundedAmounts problems { line column message }"
          + " conflicts { message } } } } }";
  private static final String TOTALS =
      "{ performance(range: {from: \"2021-01-01\", to: \"2021-03-31\"}, currencyCode: \"USD\","
          + " filter: {channels: [\"META\"]}) { totals { impressions clicks spend { amount }"
          + " conversions conversionsAll roi missing { metric reason } }"
          + " notices { code } } }";

  private static final WholeServer SERVER = SharedServer.get();

  @Test
  void aRealExportIsExactAndRoiFollowsOnlyWhatIsKnown() throws IOException {
    String upload = SERVER.upload(ADMIN, SharedFiles.find(KAG));

    JsonNode done = imported(kag(upload, Map.of()));
    assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/spendImport/result/rowCount").asLong()).isEqualTo(762);
    JsonNode totals = SERVER.ask(ADMIN, TOTALS, Map.of()).at("/data/performance/totals");
    assertKagFigures(totals);
    assertThat(totals.at("/roi").isNull()).isTrue();
    assertThat(totals.at("/missing").toString())
        .isEqualTo("[{\"metric\":\"ROI\",\"reason\":\"NOT_REPORTED\"}]");

    JsonNode valued =
        imported(
            kag(
                upload,
                Map.of(
                    "replace",
                    "DAYS",
                    "valuePerConversion",
                    Map.of("amount", "100", "currencyCode", "USD"))));
    assertThat(valued.at("/state").asString()).as(valued.toString()).isEqualTo("SUCCEEDED");
    JsonNode report = SERVER.ask(ADMIN, TOTALS, Map.of()).at("/data/performance");
    assertKagFigures(report.at("/totals"));
    assertThat(report.at("/totals/roi").asDouble()).isBetween(0.80915, 0.80925);
    assertThat(report.at("/notices").toString()).contains("ESTIMATED_VALUE");

    Map<String, Object> other = new HashMap<>(kag(upload, Map.of("dataset", "campaigns")));
    other.put(
        "mapping",
        List.of(
            column("xyz_campaign_id", "CAMPAIGN_ID"),
            column("Impressions", "IMPRESSIONS"),
            column("Spent", "SPEND")));
    JsonNode refused = imported(other);
    assertThat(refused.at("/state").asString()).as(refused.toString()).isEqualTo("FAILED");
    assertThat(refused.at("/error/message").asString()).isNotBlank();
    assertKagFigures(SERVER.ask(ADMIN, TOTALS, Map.of()).at("/data/performance/totals"));
  }

  @Test
  void wrongInputIsToldAtItsFieldAndNothingIsStored() {
    JsonNode payload =
        SERVER
            .ask(
                ADMIN,
                IMPORT,
                Map.of(
                    "input",
                    Map.of("content", Map.of("text", "date,spend\n"), "dataset", "NOT ALLOWED")))
            .at("/data/spendImport");

    assertThat(payload.at("/job").isNull()).isTrue();
    assertThat(payload.at("/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
    assertThat(payload.at("/userErrors/0/field").toString()).isEqualTo("[\"input\",\"dataset\"]");
  }

  @Test
  void badQuestionsGetTheirCodes() {
    String reversed =
        "{ performance(range: {from: \"2026-02-02\", to: \"2026-02-01\"})" + " { currencyCode } }";
    String forged =
        "{ performance(range: {from: \"2026-02-01\", to: \"2026-02-02\"})"
            + " { rows(after: \"AAAA\") { nodes { isPartial } } } }";
    String large = "{ campaigns(first: 1000000) { nodes { id } } }";

    for (String question : List.of(reversed, forged, large)) {
      JsonNode error = SERVER.ask(ADMIN, question, Map.of()).at("/errors/0");
      assertThat(error.at("/extensions/code").asString()).as(question).isEqualTo("BAD_REQUEST");
      assertThat(error.at("/message").asString()).contains("expected");
    }
  }

  private static JsonNode imported(Map<String, ?> input) {
    JsonNode payload = SERVER.ask(ADMIN, IMPORT, Map.of("input", input)).at("/data/spendImport");
    assertThat(payload.at("/userErrors").size()).as(payload.toString()).isZero();
    Map<String, String> job = Map.of("id", payload.at("/job/id").asString());
    return SERVER
        .await(ADMIN, JOB, job, answer -> isFinished(answer.at("/data/job/state").asString()))
        .at("/data/job");
  }

  private static boolean isFinished(String state) {
    return state.equals("SUCCEEDED") || state.equals("FAILED");
  }

  private static void assertKagFigures(JsonNode totals) {
    assertThat(totals.at("/impressions").asLong()).isEqualTo(147_552_733);
    assertThat(totals.at("/clicks").asLong()).isEqualTo(26_266);
    assertThat(new BigDecimal(totals.at("/spend/amount").asString()))
        .isEqualByComparingTo("40460.059972");
    assertThat(totals.at("/conversions").asString()).isEqualTo("732");
    assertThat(totals.at("/conversionsAll").asString()).isEqualTo("2204");
  }

  private static Map<String, Object> kag(String upload, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>();
    input.put("content", Map.of("uploadId", upload));
    input.put("channel", "META");
    input.put("account", Map.of("externalId", "kag", "name", "KAG"));
    input.put("currencyCode", "USD");
    input.put("timeZone", "UTC");
    input.put("range", Map.of("from", "2021-01-01", "to", "2021-03-31"));
    input.put("dataset", "kag");
    input.put(
        "mapping",
        List.of(
            column("xyz_campaign_id", "CAMPAIGN_ID"),
            column("fb_campaign_id", "AD_GROUP_ID"),
            column("ad_id", "AD_ID"),
            column("age", "AGE_RANGE"),
            column("gender", "GENDER"),
            column("Impressions", "IMPRESSIONS"),
            column("Clicks", "CLICKS"),
            column("Spent", "SPEND"),
            column("Approved_Conversion", "CONVERSIONS"),
            column("Total_Conversion", "CONVERSIONS_ALL")));
    input.putAll(more);
    return input;
  }

  private static Map<String, String> column(String column, String field) {
    return Map.of("column", column, "field", field);
  }
}
