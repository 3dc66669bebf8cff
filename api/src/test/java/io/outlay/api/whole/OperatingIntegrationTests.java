package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What operators and admins see of a whole server: audit, settings, log lines, pages. */
class OperatingIntegrationTests {

  private static final String ADMIN = "demo-admin";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();

  private static final String IMPORT =
      "mutation($input: SpendImportInput!) { spendImport(input: $input)"
          + " { job { id } userErrors { message } } }";
  private static final String JOB = "query($id: ID!) { job(id: $id) { state error { message } } }";
  private static final String LABELS =
      "mutation($input: CampaignLabelsSetInput!) { campaignLabelsSet(input: $input)"
          + " { changedCount userErrors { code field message } } }";
  private static final String CAMPAIGNS = "{ campaigns { nodes { name labels { key value } } } }";
  private static final String AUDIT =
      "{ auditEvents(first: 50) { nodes { action actor before after requestId } } }";
  private static final String RATE_TABLE =
      "mutation($table: String) { organizationUpdate(input: {rateTable: $table})"
          + " { organization { rateTable } userErrors { field message } } }";

  private static WholeServer server;

  @BeforeAll
  static void start() {
    server = WholeServer.start("--logging.level.io.outlay.api.graphql.OperationMetrics=debug");
    LINES.start();
    root().addAppender(LINES);
    importCampaigns();
  }

  @AfterAll
  static void stop() {
    root().detachAppender(LINES);
    if (server != null) {
      server.close();
    }
  }

  @Test
  void labelsComeFromATableAndFromPatternsAndAreWrittenDown() {
    JsonNode table =
        labels(
            Map.of(
                "csv",
                "\uFEFFchannel,account,campaign,title,purpose\r\nMETA,op,c1,\"Tale, the\",UA\r\n"));
    assertThat(table.at("/changedCount").asInt()).as(table.toString()).isEqualTo(1);
    JsonNode unknown =
        labels(Map.of("csv", "channel,account,campaign,title\nMETA,op,nobody,Tale\n"));
    assertThat(unknown.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    assertThat(unknown.at("/userErrors/0/message").asString()).startsWith("Line 2:");

    JsonNode rule = labels(countryBy("EXPRESSION", "^([A-Z]{2})_"));
    assertThat(rule.at("/changedCount").asInt()).as(rule.toString()).isEqualTo(2);
    JsonNode refused = labels(countryBy("EXPRESSION", "(a+)+$"));
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
    assertThat(refused.at("/userErrors/0/message").asString()).contains("repetition");

    String campaigns =
        server.ask(ADMIN, CAMPAIGNS, Map.of()).at("/data/campaigns/nodes").toString();
    assertThat(campaigns)
        .contains("{\"key\":\"title\",\"value\":\"Tale, the\"}")
        .contains("{\"key\":\"country\",\"value\":\"JP\"}");
    String audit = server.ask(ADMIN, AUDIT, Map.of()).at("/data/auditEvents/nodes").toString();
    assertThat(audit).contains("\"action\":\"spendImport\"", "campaignLabelsSet", "Tale, the");
  }

  @Test
  void anOrganizationChoosesItsTableOfRates() {
    JsonNode refused = rateTable("NOBODY");
    assertThat(refused.at("/userErrors/0/field").toString()).isEqualTo("[\"input\",\"rateTable\"]");
    JsonNode imported =
        server
            .ask(
                ADMIN,
                "mutation($input: ExchangeRatesImportInput!) { exchangeRatesImport(input: $input)"
                    + " { imported { rateCount } userErrors { message } } }",
                Map.of(
                    "input",
                    Map.of(
                        "table",
                        "HOUSE",
                        "content",
                        Map.of("text", "Date,USD,KRW\n2026-01-02,1.1,1600\n"))))
            .at("/data/exchangeRatesImport");
    assertThat(imported.at("/imported/rateCount").asInt()).as(imported.toString()).isEqualTo(2);

    assertThat(rateTable("HOUSE").at("/organization/rateTable").asString()).isEqualTo("HOUSE");
    JsonNode viewer = server.ask(ADMIN, "{ viewer { organization { rateTable } } }", Map.of());
    assertThat(viewer.at("/data/viewer/organization/rateTable").asString()).isEqualTo("HOUSE");
    assertThat(rateTable("ECB").at("/organization/rateTable").asString()).isEqualTo("ECB");
  }

  @Test
  void linesOfTheLogTellRequestOrganizationAndJob() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/graphql"))
            .header("Authorization", "Bearer " + ADMIN)
            .header("Content-Type", "application/json")
            .header("X-Request-Id", "line-of-mine")
            .POST(
                BodyPublishers.ofString(
                    "{\"query\":\"{ channels { key } adAccounts { totalCount } }\"}"))
            .build();
    CLIENT.send(request, BodyHandlers.ofString());

    ILoggingEvent answered = line("Operation other: ok", "requestId", "line-of-mine");
    assertThat(answered.getMDCPropertyMap()).containsKey("organization");
    ILoggingEvent imported = line("import ", "job", null);
    assertThat(imported.getMDCPropertyMap()).containsKeys("job", "organization");
    assertThat(server.bean(MeterRegistry.class).get("outlay.operation").timers())
        .allSatisfy(timer -> assertThat(timer.getId().getTag("operation")).isEqualTo("other"));
  }

  @Test
  void answersAreNotCompressedAndPagesAre() throws Exception {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(address("/graphql"))
                .header("Authorization", "Bearer " + ADMIN)
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .POST(
                    BodyPublishers.ofString(
                        "{\"query\":\"{ metricDefinitions { name description } }\"}"))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();

    String page = new String(get("/graphiql", null).body(), StandardCharsets.UTF_8);
    Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(page);
    Assumptions.assumeTrue(script.find(), "the pages were not built");
    HttpResponse<byte[]> plain = get(script.group(), null);
    HttpResponse<byte[]> packed = get(script.group(), "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 2);
  }

  private static HttpResponse<byte[]> get(String path, @Nullable String encoding) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (encoding != null) {
      request.header("Accept-Encoding", encoding);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static ILoggingEvent line(String start, String key, @Nullable String value) {
    return List.copyOf(LINES.list).stream()
        .filter(line -> line.getFormattedMessage().startsWith(start))
        .filter(line -> line.getMDCPropertyMap().containsKey(key))
        .filter(line -> value == null || value.equals(line.getMDCPropertyMap().get(key)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line \"" + start + "\" with " + key));
  }

  private static JsonNode labels(Map<String, ?> input) {
    return server.ask(ADMIN, LABELS, Map.of("input", input)).at("/data/campaignLabelsSet");
  }

  private static Map<String, ?> countryBy(String kind, String text) {
    return Map.of(
        "rule", Map.of("key", "country", "patterns", List.of(Map.of("kind", kind, "text", text))));
  }

  private static JsonNode rateTable(String table) {
    return server.ask(ADMIN, RATE_TABLE, Map.of("table", table)).at("/data/organizationUpdate");
  }

  private static void importCampaigns() {
    Map<String, Object> input =
        Map.of(
            "content",
            Map.of(
                "text", "day,id,name,cost\n2026-03-01,c1,KR_Tale_UA,1\n2026-03-01,c2,JP_Tale,2\n"),
            "channel",
            "META",
            "account",
            Map.of("externalId", "op", "name", "Operated"),
            "currencyCode",
            "USD",
            "timeZone",
            "UTC",
            "dataset",
            "operating",
            "mapping",
            List.of(
                Map.of("column", "day", "field", "DATE"),
                Map.of("column", "id", "field", "CAMPAIGN_ID"),
                Map.of("column", "name", "field", "CAMPAIGN_NAME"),
                Map.of("column", "cost", "field", "SPEND")));
    JsonNode asked = server.ask(ADMIN, IMPORT, Map.of("input", input));
    String id = asked.at("/data/spendImport/job/id").asString();
    JsonNode done =
        server.await(
            ADMIN,
            JOB,
            Map.of("id", id),
            answer ->
                !List.of("WAITING", "RUNNING").contains(answer.at("/data/job/state").asString()));
    assertThat(done.at("/data/job/state").asString()).as(asked + " " + done).isEqualTo("SUCCEEDED");
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
