package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppleWireTests {

  private static final String AUDIENCE = "https://appleid.apple.com";
  private static final String RAW = "SHA256withECDSAinP1363Format";

  private final SimulatorStage stage = new SimulatorStage();
  private final AppleReader apple = stage.apple();
  private final AdAccount account = stage.first(AdPlatform.APPLE_ADS);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void clientSecretIsReallyVerified() throws Exception {
    String key = apple.credentials().keyId();
    String good = apple.goodSecret();
    List<String> wrong =
        List.of(
            apple.secret(Duration.ofDays(181), AUDIENCE, key, RAW),
            apple.secret(Duration.ofDays(-1), AUDIENCE, key, RAW),
            apple.secret(Duration.ofDays(10), "https://example.com", key, RAW),
            apple.secret(Duration.ofDays(10), AUDIENCE, "another key", RAW),
            apple.secret(Duration.ofDays(10), AUDIENCE, key, "SHA256withECDSA"),
            good.substring(0, good.length() - 4) + "AAAA",
            "no.secret");

    assertThat(apple.askToken(good).statusCode()).isEqualTo(200);
    for (String secret : wrong) {
      HttpResponse<String> answer = apple.askToken(secret);
      assertThat(answer.statusCode()).as(secret).isEqualTo(400);
      assertThat(Browser.json(answer).path("error").asString()).isEqualTo("invalid_client");
    }
  }

  @Test
  void tokensLiveAnHourAndContextIsNeeded() throws Exception {
    Map<String, String> headers = apple.v5Headers(account.id());
    assertThat(get("/api/v5/campaigns", headers).statusCode()).isEqualTo(200);
    Map<String, String> bare = Map.of("Authorization", headers.getOrDefault("Authorization", ""));
    HttpResponse<String> shut = get("/api/v5/campaigns", bare);
    assertThat(shut.statusCode()).isEqualTo(403);
    assertThat(error(shut).path("messageCode").asString()).isEqualTo("FORBIDDEN");
    assertThat(get("/api/v5/acls", bare).statusCode()).isEqualTo(200);

    stage.simulator().clock().advance(Duration.ofMinutes(61));

    assertThat(get("/api/v5/campaigns", headers).statusCode()).isEqualTo(401);
  }

  @Test
  void granularitiesReachOnlySoFarBack() throws Exception {
    assertThat(report("2026-08-24", "2026-11-21", "DAILY").statusCode()).isEqualTo(200);
    assertThat(report("2026-08-23", "2026-11-20", "DAILY").statusCode()).isEqualTo(400);
    assertThat(report("2026-10-01", "2026-10-10", "WEEKLY").statusCode()).isEqualTo(400);
    assertThat(report("2025-12-01", "2026-11-21", "WEEKLY").statusCode()).isEqualTo(200);
    assertThat(report("2026-10-01", "2026-11-21", "MONTHLY").statusCode()).isEqualTo(400);
    assertThat(report("2024-11-22", "2026-11-21", "MONTHLY").statusCode()).isEqualTo(200);
    assertThat(report("2024-10-01", "2026-11-21", "MONTHLY").statusCode()).isEqualTo(400);
    assertThat(report("2026-11-15", "2026-11-21", "HOURLY").statusCode()).isEqualTo(200);
    assertThat(report("2026-11-22", "2026-11-21", "DAILY").statusCode()).isEqualTo(400);
  }

  @Test
  void weeksAndMonthsCarryTheirFirstDay() throws Exception {
    JsonNode weeks = rows(report("2026-09-01", "2026-11-21", "WEEKLY"));
    JsonNode months = rows(report("2026-01-01", "2026-11-21", "MONTHLY"));

    assertThat(weeks.path(0).path("granularity").path(0).path("date").asString())
        .isEqualTo("2026-08-31");
    assertThat(months.path(0).path("granularity").path(1).path("date").asString())
        .isEqualTo("2026-02-01");
    assertThat(months.path(0).path("granularity").size()).isEqualTo(11);
  }

  @Test
  void hoursAddUpToTheirDay() throws Exception {
    BigDecimal hours = taps(rows(report("2026-11-20", "2026-11-21", "HOURLY")));
    BigDecimal days = taps(rows(report("2026-11-20", "2026-11-21", "DAILY")));

    assertThat(hours).isEqualByComparingTo(days).isPositive();
  }

  @Test
  void daysOfUniversalTimeAreOtherDays() throws Exception {
    String own = AppleReader.v5Report("2026-10-05", "2026-10-06", "DAILY", "");
    BigDecimal ownTaps = taps(rows(v5(own)));
    BigDecimal universal = taps(rows(v5(own.replace("ORTZ", "UTC"))));

    assertThat(universal).isNotEqualByComparingTo(ownTaps).isPositive();
  }

  @Test
  void smallCountriesArePooledAndStillCount() throws Exception {
    String grouped =
        AppleReader.v5Report(
            "2026-10-01", "2026-10-31", "DAILY", ",\"groupBy\":[\"countryOrRegion\"]");
    JsonNode rows = rows(v5(grouped));
    JsonNode plain = rows(report("2026-10-01", "2026-10-31", "DAILY"));

    assertThat(rows).anyMatch(row -> row.path("other").asBoolean());
    assertThat(rows)
        .allMatch(
            row -> row.path("other").asBoolean() != row.path("metadata").has("countryOrRegion"));
    assertThat(taps(rows)).isEqualByComparingTo(taps(plain));
    assertThat(rows)
        .allSatisfy(
            row ->
                row.path("granularity")
                    .forEach(
                        day -> assertThat(day.path("tapRedownloads").asLong(0)).isNotNegative()));
  }

  @Test
  void daysWithoutMetricsHaveADateOnly() throws Exception {
    String campaign = Long.toString(account.campaigns().get(13).id());
    HttpResponse<String> answer =
        stage
            .browser()
            .post(
                SimulatedHost.APPLE_SEARCH_ADS,
                "/api/v5/reports/campaigns/" + campaign + "/adgroups",
                apple.v5Headers(account.id()),
                AppleReader.v5Report("2026-11-01", "2026-11-20", "DAILY", ""));

    JsonNode days = rows(answer).path(0).path("granularity");
    assertThat(days.path(19).has("viewRedownloads")).isTrue();
    JsonNode first = days.path(0);
    assertThat(first.path("date").asString()).isEqualTo("2026-11-01");
    assertThat(first.size()).isEqualTo(1);
  }

  @Test
  void rulesOfTheRequestAreKept() throws Exception {
    String good = AppleReader.v5Report("2026-10-01", "2026-10-31", "DAILY", "");
    List<String> wrong =
        List.of(
            good.replace("\"limit\":1000", "\"limit\":1001"),
            good.replace("\"selector\"", "\"selektor\""),
            good.replace("ORTZ", "Asia/Seoul"),
            good.replace("2026-10-01", "1.10.2026"),
            good.replace("\"timeZone\"", "\"returnGrandTotals\":true,\"timeZone\""),
            good.replace("\"granularity\":\"DAILY\",", ""));
    for (String body : wrong) {
      assertThat(v5(body).statusCode()).as(body).isEqualTo(400);
    }
    String totals =
        good.replace(
            "\"granularity\":\"DAILY\"", "\"returnRowTotals\":true,\"returnGrandTotals\":true");
    JsonNode answer = Browser.ok(v5(totals)).path("data").path("reportingDataResponse");
    assertThat(answer.path("row").path(0).path("total").has("taps")).isTrue();
    assertThat(answer.path("grandTotals").path("total").has("taps")).isTrue();
  }

  @Test
  void pagesFollowTheOffset() throws Exception {
    String page = AppleReader.v5Report("2026-10-01", "2026-10-31", "DAILY", "");
    JsonNode first = rows(v5(page.replace("1000", "10")));
    JsonNode second = rows(v5(page.replace("1000", "10").replace("\"offset\":0", "\"offset\":10")));

    assertThat(first.size()).isEqualTo(10);
    assertThat(second.path(0).path("metadata").path("campaignId"))
        .isNotEqualTo(first.path(0).path("metadata").path("campaignId"));
  }

  @Test
  void keywordsOfACampaignWithoutAnyAreAnError() throws Exception {
    HttpResponse<String> answer =
        stage
            .browser()
            .post(
                SimulatedHost.APPLE_SEARCH_ADS,
                "/api/v5/reports/campaigns/" + account.campaigns().getFirst().id() + "/keywords",
                apple.v5Headers(account.id()),
                AppleReader.v5Report("2026-10-01", "2026-10-31", "DAILY", ""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).path("message").asString())
        .isEqualTo("CAMPAIGN DOES NOT CONTAIN KEYWORD");
  }

  private HttpResponse<String> report(String from, String to, String granularity) throws Exception {
    return v5(AppleReader.v5Report(from, to, granularity, ""));
  }

  private HttpResponse<String> v5(String body) throws Exception {
    return stage
        .browser()
        .post(
            SimulatedHost.APPLE_SEARCH_ADS,
            "/api/v5/reports/campaigns",
            apple.v5Headers(account.id()),
            body);
  }

  private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
    return stage.browser().get(SimulatedHost.APPLE_SEARCH_ADS, path, headers);
  }

  private static JsonNode rows(HttpResponse<String> answer) {
    return Browser.ok(answer).path("data").path("reportingDataResponse").path("row");
  }

  private static JsonNode error(HttpResponse<String> answer) {
    return Browser.json(answer).path("error").path("errors").path(0);
  }

  private static BigDecimal taps(JsonNode rows) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      for (JsonNode piece : row.path("granularity")) {
        sum = sum.add(new BigDecimal(piece.path("taps").asString("0")));
      }
    }
    return sum;
  }
}
