package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who imports a {@link Ledger}'s files into one server and asks it for their totals. */
final class Caller {

  static final String TOTALS =
      "{ performance(range: {from: \"2026-01-01\", to: \"2026-12-31\"}, currencyCode: \"USD\","
          + " filter: {channels: [\"LEDGER\"]})"
          + " { totals { impressions clicks spend { amount } conversions } } }";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String IMPORT =
      "mutation($input: SpendImportInput!) { spendImport(input: $input)"
          + " { job { id } userErrors { field code message } } }";
  private static final String JOB =
      "query($id: ID!) { job(id: $id) { state error { code message } } }";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  Caller(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** The request for a document, to be sent in whichever way. */
  HttpRequest request(String query, Map<String, ?> variables) {
    return request(
        "/graphql",
        "application/json",
        BodyPublishers.ofString(
            JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
  }

  /** The answer, whatever it is. */
  JsonNode ask(String query, Map<String, ?> variables) {
    return JSON.readTree(send(request(query, variables)).body());
  }

  /** Uploads a file and asks for its import; gives the job once that is acknowledged. */
  String submit(SpendFile file) {
    String uploadId = upload(file.content());
    JsonNode answer = ask(IMPORT, Map.of("input", input(file.account(), uploadId)));
    assertThat(answer.at("/data/spendImport/userErrors").size()).as(answer.toString()).isZero();
    return answer.at("/data/spendImport/job/id").asString();
  }

  /** Id of a kept file. */
  String upload(String content) {
    HttpRequest upload = request("/imports", "text/csv", BodyPublishers.ofString(content));
    return JSON.readTree(send(upload).body()).required("uploadId").asString();
  }

  /** Waits for the end of an import, which must be a good one. */
  void awaitSuccess(String job, Duration limit) {
    Await.within(limit, "end of import " + job, () -> isEnded(job));
    JsonNode ended = ask(JOB, Map.of("id", job)).at("/data/job");
    assertThat(ended.at("/state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
  }

  /** The totals of the ledger's channel must be exactly these. */
  void assertTotals(Ledger.Totals expected) {
    JsonNode answer = ask(TOTALS, Map.of());
    JsonNode totals = answer.at("/data/performance/totals");
    assertThat(totals.isObject()).as(answer.toString()).isTrue();
    assertThat(decimal(totals.at("/spend/amount"))).isEqualByComparingTo(expected.spend());
    assertThat(decimal(totals.at("/conversions"))).isEqualByComparingTo(expected.sold());
    assertThat(totals.at("/impressions").asLong()).isEqualTo(expected.impressions());
    assertThat(totals.at("/clicks").asLong()).isEqualTo(expected.clicks());
  }

  /** Status of a plain GET. */
  int status(String path) {
    return send(get(path)).statusCode();
  }

  /** Body of a plain GET. */
  String text(String path) {
    return send(get(path)).body();
  }

  /** Body of a plain GET as JSON. */
  JsonNode read(String path) {
    return JSON.readTree(text(path));
  }

  /** State of an import; empty while it cannot be told. */
  String state(String job) {
    return ask(JOB, Map.of("id", job)).at("/data/job/state").asString("");
  }

  private boolean isEnded(String job) {
    String state = state(job);
    return state.equals("SUCCEEDED") || state.equals("FAILED");
  }

  private HttpRequest get(String path) {
    return builder(path).GET().build();
  }

  private HttpRequest request(String path, String type, BodyPublisher body) {
    return builder(path).header("Content-Type", type).POST(body).build();
  }

  private HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BigDecimal decimal(JsonNode node) {
    return new BigDecimal(node.asString());
  }

  private static Map<String, Object> input(String account, String uploadId) {
    return Map.of(
        "content",
        Map.of("uploadId", uploadId),
        "channel",
        "LEDGER",
        "account",
        Map.of("externalId", account),
        "currencyCode",
        "USD",
        "timeZone",
        "UTC",
        "dataset",
        "ledger",
        "replace",
        "DAYS",
        "mapping",
        List.of(
            column("day", "DATE"),
            column("campaign", "CAMPAIGN_ID"),
            column("group", "AD_GROUP_ID"),
            column("ad", "AD_ID"),
            column("shown", "IMPRESSIONS"),
            column("clicked", "CLICKS"),
            column("cost", "SPEND"),
            column("sold", "CONVERSIONS")));
  }

  private static Map<String, String> column(String column, String field) {
    return Map.of("column", column, "field", field);
  }
}
