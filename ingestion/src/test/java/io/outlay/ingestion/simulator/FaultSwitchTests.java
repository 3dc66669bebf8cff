package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FaultSwitchTests {

  private final SimulatorStage stage = new SimulatorStage();
  private final MetaReader meta = stage.meta();
  private final AdAccount account = stage.first(AdPlatform.META);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void tooManyCallsComeInEachPlatformsWords() throws Exception {
    on(FaultKind.TOO_MANY_REQUESTS, AdPlatform.META, 1);
    HttpResponse<String> throttled = node();
    assertThat(throttled.statusCode()).isEqualTo(400);
    assertThat(Browser.json(throttled).path("error").path("code").asInt()).isEqualTo(80_000);
    assertThat(throttled.headers().firstValue("X-Business-Use-Case-Usage").orElseThrow())
        .contains("\"estimated_time_to_regain_access\":1");
    assertThat(node().statusCode()).isEqualTo(200);

    assertThat(google(FaultKind.TOO_MANY_REQUESTS).body()).contains("\"retryDelay\":\"1.5s\"");
    HttpResponse<String> silent = google(FaultKind.TOO_MANY_REQUESTS_WITHOUT_HINT);
    assertThat(silent.statusCode()).isEqualTo(429);
    assertThat(silent.body()).doesNotContain("retryDelay").contains("quotaError");

    HttpResponse<String> apple = platform(FaultKind.TOO_MANY_REQUESTS);
    assertThat(apple.statusCode()).isEqualTo(429);
    assertThat(apple.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void serverErrorsComeInEachPlatformsWords() throws Exception {
    on(FaultKind.SERVER_ERROR, AdPlatform.META, 1);
    assertThat(node().statusCode()).isEqualTo(500);
    assertThat(google(FaultKind.SERVER_ERROR).body()).contains("INTERNAL_ERROR");
    assertThat(platform(FaultKind.SERVER_ERROR).statusCode()).isEqualTo(500);
  }

  @Test
  void faultsSpoilAsManyCallsOfTheirAccountAsToldAndNoOthers() throws Exception {
    Fault fault = Fault.of(FaultKind.SERVER_ERROR, AdPlatform.META, 2);
    stage.simulator().faults().add(fault.forAccount(Long.toString(account.id())));
    AdAccount other = stage.accounts(AdPlatform.META).get(1);

    assertThat(meta.call("act_" + other.id(), Map.of()).statusCode()).isEqualTo(200);
    assertThat(node().statusCode()).isEqualTo(500);
    assertThat(node().statusCode()).isEqualTo(500);
    assertThat(node().statusCode()).isEqualTo(200);
  }

  @Test
  void slowAnswersComeLateAndHangingOnesNever() throws Exception {
    Fault slow = Fault.of(FaultKind.SLOW, AdPlatform.META, 1);
    stage.simulator().faults().add(slow.lasting(Duration.ofMillis(400)));
    long start = System.nanoTime();
    assertThat(node().statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(390).toNanos());

    on(FaultKind.HANGING, AdPlatform.META, 1);
    HttpRequest impatient =
        Browser.request(
                stage.simulator().baseUrl(SimulatedHost.META_GRAPH)
                    + "/v25.0/me?access_token="
                    + meta.credentials().accessToken(),
                Map.of())
            .timeout(Duration.ofMillis(300))
            .build();
    assertThatThrownBy(() -> stage.browser().send(impatient))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void bodiesAreTruncatedGarbledOrMislabelled() throws Exception {
    String whole = node().body();
    on(FaultKind.TRUNCATED_BODY, AdPlatform.META, 1);
    String half = node().body();
    assertThat(whole).startsWith(half);
    assertThat(half.length()).isLessThan(whole.length());

    on(FaultKind.GARBAGE_BODY, AdPlatform.META, 1);
    String garbage = node().body();
    assertThatThrownBy(() -> Browser.JSON.readTree(garbage)).isInstanceOf(JacksonException.class);

    on(FaultKind.WRONG_CONTENT_TYPE, AdPlatform.META, 1);
    HttpResponse<String> mislabelled = node();
    assertThat(mislabelled.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/html");
    assertThat(mislabelled.body()).isEqualTo(whole);
  }

  @Test
  void connectionsAreCutInTheMiddle() {
    on(FaultKind.DROPPED_CONNECTION, AdPlatform.META, 1);
    assertThatThrownBy(this::node).isInstanceOf(IOException.class);
  }

  @Test
  void tokensExpireOrAreRevoked() throws Exception {
    on(FaultKind.EXPIRED_TOKEN, AdPlatform.META, 1);
    JsonNode expired = Browser.json(node()).path("error");
    assertThat(expired.path("error_subcode").asInt()).isEqualTo(463);
    on(FaultKind.REVOKED_TOKEN, AdPlatform.META, 1);
    JsonNode revoked = Browser.json(node()).path("error");
    assertThat(revoked.path("error_subcode").asInt()).isEqualTo(460);

    assertThat(google(FaultKind.EXPIRED_TOKEN).body()).contains("OAUTH_TOKEN_EXPIRED");
    on(FaultKind.REVOKED_TOKEN, AdPlatform.GOOGLE_ADS, 1);
    assertThatThrownBy(() -> stage.google().token()).hasMessageContaining("invalid_grant");
    assertThat(platform(FaultKind.EXPIRED_TOKEN).statusCode()).isEqualTo(401);
    on(FaultKind.REVOKED_TOKEN, AdPlatform.APPLE_ADS, 1);
    assertThat(stage.apple().askToken(stage.apple().goodSecret()).body())
        .contains("invalid_client");
  }

  @Test
  void pagesComeTwiceOrLeadToThemselves() throws Exception {
    Map<String, String> parameters =
        Map.of(
            "fields",
            "campaign_id,spend",
            "level",
            "campaign",
            "time_range",
            "{\"since\":\"2026-10-01\",\"until\":\"2026-10-31\"}",
            "limit",
            "10");
    String path = "act_" + account.id() + "/insights";
    List<JsonNode> right = meta.all(path, parameters);
    on(FaultKind.DUPLICATED_PAGE, AdPlatform.META, 1);
    List<JsonNode> doubled = meta.all(path, parameters);
    assertThat(doubled).hasSize(right.size() + 10);
    assertThat(new HashSet<>(doubled)).hasSameElementsAs(right);

    on(FaultKind.LOOPING_PAGE, AdPlatform.META, Fault.UNTIL_CLEARED);
    List<JsonNode> pages = new ArrayList<>();
    JsonNode page = Browser.ok(meta.call(path, parameters));
    for (int i = 0; i < 3; i++) {
      page = Browser.ok(stage.browser().get(page.path("paging").path("next").stringValue()));
      pages.add(page.path("data"));
    }
    assertThat(new HashSet<>(pages)).hasSize(1);
  }

  @Test
  void batchesOfAStreamAndPagesOfAppleComeTwiceToo() throws Exception {
    AdAccount google = stage.first(AdPlatform.GOOGLE_ADS);
    String query =
        "SELECT campaign.id, metrics.clicks FROM campaign"
            + " WHERE segments.date DURING LAST_30_DAYS";
    String token = stage.google().token();
    int right = stage.google().stream(google.id(), query).size();
    on(FaultKind.DUPLICATED_PAGE, AdPlatform.GOOGLE_ADS, 1);
    HttpResponse<String> doubled =
        stage
            .google()
            .call(Long.toString(google.id()), "searchStream", token, GoogleReader.body(query));
    assertThat(Browser.ok(doubled).size()).isEqualTo(2);
    assertThat(Browser.json(doubled).path(1).path("results").size()).isEqualTo(right);

    on(FaultKind.LOOPING_PAGE, AdPlatform.APPLE_ADS, Fault.UNTIL_CLEARED);
    JsonNode looping =
        Browser.ok(
            stage
                .browser()
                .post(
                    SimulatedHost.APPLE_SEARCH_ADS,
                    "/api/v5/reports/campaigns",
                    stage.apple().v5Headers(stage.first(AdPlatform.APPLE_ADS).id()),
                    AppleReader.v5Report("2026-10-01", "2026-10-31", "DAILY", "")
                        .replace("\"offset\":0", "\"offset\":5000")));
    assertThat(looping.path("data").path("reportingDataResponse").path("row").size()).isPositive();
    assertThat(looping.path("pagination").path("totalResults").asInt()).isEqualTo(1_000_000);
  }

  @Test
  void skewedClocksTellAnotherDay() throws Exception {
    String before = node().headers().firstValue("Date").orElseThrow();
    on(FaultKind.CLOCK_SKEW, AdPlatform.META, 1);
    String skewed = node().headers().firstValue("Date").orElseThrow();

    assertThat(before).isEqualTo("Sun, 22 Nov 2026 14:30:00 GMT");
    assertThat(skewed).isEqualTo("Mon, 23 Nov 2026 16:30:00 GMT");
  }

  @Test
  void switchesAndClockAreReachedOverHttp() throws Exception {
    String control = stage.simulator().controlUrl();
    String fault =
        "{\"kind\":\"SERVER_ERROR\",\"platform\":\"META\",\"accountId\":\"%d\",\"times\":1}"
            .formatted(account.id());

    JsonNode active = Browser.ok(send(control + "/faults", "POST", fault));
    assertThat(active.path(0).path("times").asInt()).isEqualTo(1);
    assertThat(node().statusCode()).isEqualTo(500);
    send(control + "/faults", "POST", fault);
    assertThat(Browser.ok(send(control + "/faults", "DELETE", "")).size()).isZero();
    assertThat(node().statusCode()).isEqualTo(200);
    assertThat(send(control + "/faults", "POST", "{\"kind\":\"NONE\"}").statusCode())
        .isEqualTo(400);
    JsonNode moved = Browser.ok(send(control + "/clock", "POST", "{\"advance\":\"PT3H\"}"));
    assertThat(moved.path("now").asString()).isEqualTo("2026-11-22T17:30:00Z");
  }

  @Test
  void callsBeyondTheLimitAreThrottled() throws Exception {
    SimulatorSettings few = SimulatorSettings.standingAt(SimulatorStage.NOW).withCallsPerMinute(3);
    try (SimulatorStage strict = new SimulatorStage(few)) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        statuses.add(strict.meta().call("act_" + account.id(), Map.of()).statusCode());
      }
      assertThat(statuses).contains(200, 400);
    }
  }

  private void on(FaultKind kind, AdPlatform platform, int times) {
    stage.simulator().faults().add(Fault.of(kind, platform, times));
  }

  private HttpResponse<String> node() throws IOException, InterruptedException {
    return meta.call("act_" + account.id(), Map.of("fields", "name,currency,timezone_name"));
  }

  private HttpResponse<String> google(FaultKind kind) throws Exception {
    String token = stage.google().token();
    on(kind, AdPlatform.GOOGLE_ADS, 1);
    String id = Long.toString(stage.first(AdPlatform.GOOGLE_ADS).id());
    String query = GoogleReader.body("SELECT customer.id FROM customer");
    return stage.google().call(id, "searchStream", token, query);
  }

  private HttpResponse<String> platform(FaultKind kind) throws Exception {
    AdAccount apple = stage.first(AdPlatform.APPLE_ADS);
    Map<String, String> headers = stage.apple().platformHeaders(apple.adAccountId());
    on(kind, AdPlatform.APPLE_ADS, 1);
    return stage.browser().get(SimulatedHost.APPLE_ADS, "/v1/acls", headers);
  }

  private HttpResponse<String> send(String address, String method, String body) throws Exception {
    return stage
        .browser()
        .send(
            Browser.request(address, Map.of())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
  }
}
