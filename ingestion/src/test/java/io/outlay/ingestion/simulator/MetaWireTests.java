package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetaWireTests {

  private static SimulatorStage stage;
  private static MetaReader meta;
  private static AdAccount account;

  @BeforeAll
  static void start() {
    stage = new SimulatorStage();
    meta = stage.meta();
    account = stage.first(AdPlatform.META);
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void everyNumberIsTextAndWhatDidNotHappenIsAbsent() throws Exception {
    List<JsonNode> rows = meta.insights(account.id(), "ad", "2026-10-01", "2026-10-07");

    assertThat(rows).allSatisfy(row -> assertThat(row.path("impressions").isString()).isTrue());
    assertThat(rows).anyMatch(row -> !row.has("cpc") && row.path("clicks").asString().equals("0"));
    assertThat(rows).anyMatch(row -> !row.has("inline_link_clicks"));
    assertThat(rows).anyMatch(row -> !row.has("action_values"));
    assertThat(rows).anyMatch(row -> row.path("ad_name").isNull());
    for (JsonNode row : rows) {
      BigDecimal cpm =
          number(row, "spend")
              .multiply(BigDecimal.valueOf(1000))
              .divide(number(row, "impressions"), 6, RoundingMode.HALF_UP);
      assertThat(number(row, "cpm")).isEqualByComparingTo(cpm);
    }
  }

  @Test
  void overlappingPurchaseNamesTellTheSameAndWindowsOverlap() throws Exception {
    List<JsonNode> rows = meta.insights(account.id(), "account", "2026-10-01", "2026-10-31");

    for (JsonNode row : rows) {
      assertThat(action(row, "purchase")).isEqualTo(action(row, "omni_purchase"));
      long parts =
          action(row, "app_custom_event.fb_mobile_purchase")
              + action(row, "offsite_conversion.fb_pixel_purchase");
      assertThat(action(row, "purchase")).isEqualTo(parts);
      for (JsonNode entry : row.path("actions")) {
        if (entry.path("action_type").asString().equals("mobile_app_install")) {
          assertThat(entry.path("7d_click").asLong(0) + entry.path("1d_view").asLong(0))
              .isEqualTo(entry.path("value").asLong());
          assertThat(entry.path("28d_click").asLong(0))
              .isGreaterThanOrEqualTo(entry.path("7d_click").asLong(0));
        }
      }
    }
  }

  @Test
  void lastPageHasACursorButNoNextAndNextCarriesTheToken() throws Exception {
    Map<String, String> parameters = Map.of("fields", "id,name", "limit", "20");
    JsonNode first = Browser.ok(meta.call("act_" + account.id() + "/campaigns", parameters));
    String next = first.path("paging").path("next").stringValue();
    JsonNode last = Browser.ok(stage.browser().get(next));

    assertThat(next).contains("access_token=" + meta.credentials().accessToken());
    assertThat(last.path("paging").has("next")).isFalse();
    assertThat(last.path("paging").path("cursors").path("after").isString()).isTrue();
    assertThat(first.path("data").size()).isEqualTo(20);
  }

  @Test
  void archivedAndDeletedCampaignsAreListedOnlyOnRequest() throws Exception {
    String edge = "act_" + account.id() + "/campaigns";
    String all =
        "[{\"field\":\"effective_status\",\"operator\":\"IN\",\"value\":"
            + "[\"ACTIVE\",\"PAUSED\",\"ARCHIVED\",\"DELETED\"]}]";
    List<JsonNode> usual = meta.all(edge, Map.of("fields", "id,effective_status", "limit", "100"));
    List<JsonNode> every =
        meta.all(edge, Map.of("fields", "id,effective_status", "limit", "100", "filtering", all));

    assertThat(statuses(usual)).containsExactly("ACTIVE", "PAUSED");
    assertThat(statuses(every)).containsExactly("ACTIVE", "ARCHIVED", "DELETED", "PAUSED");
    // One campaign is launched three days from now.
    assertThat(every).hasSize(29);
  }

  @Test
  void budgetsAreMinorUnitsAsTextOnOneLevelOnly() throws Exception {
    AdAccount won = stage.accounts(AdPlatform.META).get(1);
    Map<String, String> parameters =
        Map.of("fields", "id,campaign_id,daily_budget,lifetime_budget", "limit", "200");
    List<JsonNode> campaigns = meta.all("act_" + won.id() + "/campaigns", parameters);
    List<JsonNode> sets = meta.all("act_" + won.id() + "/adsets", parameters);

    assertThat(campaigns).anyMatch(campaign -> campaign.has("daily_budget"));
    assertThat(campaigns).anyMatch(campaign -> campaign.has("lifetime_budget"));
    for (JsonNode set : sets) {
      boolean above =
          campaigns.stream()
              .filter(campaign -> campaign.path("id").equals(set.path("campaign_id")))
              .anyMatch(one -> one.has("daily_budget") || one.has("lifetime_budget"));
      assertThat(set.has("daily_budget")).isNotEqualTo(above);
    }
    // A daily budget of some hundred dollars is some hundred thousand won, not some ten million.
    assertThat(campaigns)
        .filteredOn(campaign -> campaign.has("daily_budget"))
        .allSatisfy(
            campaign ->
                assertThat(campaign.path("daily_budget").asLong()).isBetween(50_000L, 900_000L));
  }

  @Test
  void oldVersionsAreUpgradedWithAWarningOrRefused() throws Exception {
    HttpResponse<String> upgraded = version("v24.0");
    HttpResponse<String> refused = version("v21.0");

    assertThat(upgraded.statusCode()).isEqualTo(200);
    assertThat(upgraded.headers().firstValue("X-Ad-Api-Version-Warning")).isPresent();
    assertThat(version("v26.0").headers().firstValue("X-Ad-Api-Version-Warning")).isEmpty();
    assertThat(code(refused)).isEqualTo(2635);
  }

  @Test
  void tokensAndProofsAreChecked() throws Exception {
    MetaCredentials own = meta.credentials();
    assertThat(code(meta.call("me", Map.of("access_token", "wrong")))).isEqualTo(190);
    assertThat(code(meta.call("me", Map.of("appsecret_proof", "wrong")))).isEqualTo(100);
    Browser.ok(meta.call("me", Map.of("appsecret_proof", proof(own))));
    Browser.ok(
        stage
            .browser()
            .get(
                SimulatedHost.META_GRAPH,
                "/v25.0/me",
                Map.of("Authorization", "Bearer " + own.accessToken())));
    JsonNode swapped =
        Browser.ok(
            meta.call(
                "oauth/access_token",
                Map.of(
                    "grant_type", "fb_exchange_token",
                    "client_id", own.appId(),
                    "client_secret", own.appSecret(),
                    "fb_exchange_token", own.shortToken())));
    assertThat(swapped.path("access_token").stringValue()).isEqualTo(own.accessToken());
  }

  @Test
  void anotherPublishersAccountIsRefused() throws Exception {
    AdAccount foreign = stage.accounts(AdPlatform.META).getLast();
    assertThat(code(meta.call("act_" + foreign.id(), Map.of()))).isEqualTo(200);
  }

  @Test
  void tooMuchDataIsRefusedByPageAndByReport() throws Exception {
    String path = "act_" + account.id() + "/insights";
    Map<String, String> year =
        Map.of(
            "level", "ad",
            "time_increment", "1",
            "time_range", "{\"since\":\"2025-10-01\",\"until\":\"2026-10-01\"}");
    HttpResponse<String> page = meta.call(path, Map.of("level", "campaign", "limit", "5000"));
    HttpResponse<String> report = meta.call(path, year);
    HttpResponse<String> old =
        meta.call(
            path, Map.of("time_range", "{\"since\":\"2023-01-01\",\"until\":\"2023-01-02\"}"));

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(code(page)).isEqualTo(1);
    assertThat(Browser.json(report).path("error").path("error_subcode").asInt())
        .isEqualTo(1_487_534);
    assertThat(code(old)).isEqualTo(3018);
  }

  @Test
  void everyAnswerTellsHowMuchOfTheQuotaIsUsed() throws Exception {
    HttpResponse<String> answer = meta.call("act_" + account.id(), Map.of());
    String usage = answer.headers().firstValue("X-Business-Use-Case-Usage").orElseThrow();

    JsonNode use = Browser.JSON.readTree(usage).path(Long.toString(account.id())).path(0);
    assertThat(use.path("type").asString()).isEqualTo("ads_insights");
    assertThat(use.path("call_count").asInt(-1)).isZero(); // the stage has no limit
    assertThat(use.path("estimated_time_to_regain_access").isNumber()).isTrue();
    assertThat(answer.headers().firstValue("X-FB-Ads-Insights-Throttle")).isPresent();
  }

  private static HttpResponse<String> version(String version) throws Exception {
    return stage
        .browser()
        .get(
            SimulatedHost.META_GRAPH,
            "/" + version + "/me?access_token=" + meta.credentials().accessToken(),
            Map.of());
  }

  private static int code(HttpResponse<String> response) {
    return Browser.json(response).path("error").path("code").asInt();
  }

  private static BigDecimal number(JsonNode row, String field) {
    return new BigDecimal(row.path(field).stringValue());
  }

  private static long action(JsonNode row, String type) {
    for (JsonNode entry : row.path("actions")) {
      if (entry.path("action_type").asString().equals(type)) {
        return entry.path("value").asLong();
      }
    }
    return 0;
  }

  private static Set<String> statuses(List<JsonNode> objects) {
    Set<String> statuses = new TreeSet<>();
    objects.forEach(object -> statuses.add(object.path("effective_status").stringValue()));
    return statuses;
  }

  private static String proof(MetaCredentials own) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(own.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] sealed = mac.doFinal(own.accessToken().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sealed);
  }
}
