package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers have every field of the collected real and documented payloads, of the same type. */
class SampleShapeTests {

  private final SimulatorStage stage = new SimulatorStage();

  @BeforeEach
  void samplesAreThere() {
    Assumptions.assumeTrue(Samples.arePresent(), "no ../shared/ad-apis/samples here");
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void metaInsightsHaveTheShapeOfTheSample() throws Exception {
    AdAccount account = stage.first(AdPlatform.META);
    JsonNode answer =
        Browser.ok(
            stage
                .meta()
                .call(
                    "act_" + account.id() + "/insights",
                    Map.of(
                        "level", "ad",
                        "limit", "500",
                        "fields",
                            "account_currency,account_id,account_name,ad_id,ad_name,adset_id,"
                                + "adset_name,buying_type,campaign_id,campaign_name,created_time,"
                                + "objective,optimization_goal,updated_time,actions,clicks,"
                                + "cost_per_inline_link_click,cpc,cpm,ctr,impressions,"
                                + "inline_link_click_ctr,inline_link_clicks,outbound_clicks,spend",
                        "action_attribution_windows",
                            "[\"1d_click\",\"7d_click\",\"28d_click\",\"1d_view\"]",
                        "time_range", "{\"since\":\"2026-10-01\",\"until\":\"2026-10-31\"}")));

    same(
        answer,
        Samples.sample("meta/insights_ad_level_product_breakdown.json"),
        "cost_per_action_type",
        "inline_post_engagement",
        "cost_per_outbound_click",
        "outbound_clicks_ctr",
        "website_ctr",
        "product_id");
    same(answer, Samples.sample("meta/insights_last_page.json"));
  }

  @Test
  void metaObjectsAndErrorsHaveTheShapeOfTheSamples() throws Exception {
    AdAccount account = stage.first(AdPlatform.META);
    String node = "act_" + account.id();
    String fields =
        "account_id,account_status,amount_spent,balance,created_time,currency,"
            + "is_attribution_spec_system_default,min_daily_budget,name";
    same(
        Browser.ok(stage.meta().call(node, Map.of("fields", fields))),
        Samples.sample("meta/ad_account_node.json"));
    String campaignFields =
        "id,name,objective,status,effective_status,daily_budget,lifetime_budget,start_time";
    same(
        Browser.ok(stage.meta().call(node + "/campaigns", Map.of("fields", campaignFields))),
        Samples.sample("meta/campaigns_edge.json"),
        "stop_time");
    same(
        fault(FaultKind.EXPIRED_TOKEN), Samples.body("meta/error_190_463_token_expired.http.json"));
    same(fault(FaultKind.TOO_MANY_REQUESTS), Samples.body("meta/error_80000_rate_limit.http.json"));
    same(
        Browser.json(stage.meta().call(node + "/insights", Map.of("limit", "9999"))),
        Samples.body("meta/error_1_reduce_data.http.json"));
    Map<String, String> year =
        Map.of(
            "level", "ad",
            "time_increment", "1",
            "time_range", "{\"since\":\"2025-10-01\",\"until\":\"2026-10-01\"}");
    same(
        Browser.json(stage.meta().call(node + "/insights", year)),
        Samples.body("meta/error_100_1487534_too_many_rows.http.json"));
  }

  @Test
  void metaRunsAndHeadersHaveTheShapeOfTheSamples() throws Exception {
    AdAccount account = stage.first(AdPlatform.META);
    JsonNode steps = Samples.sample("meta/async_report_lifecycle.http.json").path("steps");
    HttpResponse<String> begun =
        stage
            .browser()
            .postForm(
                SimulatedHost.META_GRAPH,
                "/v25.0/act_" + account.id() + "/insights",
                Map.of(
                    "access_token", stage.meta().credentials().accessToken(),
                    "fields", "impressions",
                    "level", "campaign"));
    same(Browser.ok(begun), steps.path(0).path("response").path("body"));
    String id = Browser.json(begun).path("report_run_id").stringValue();
    HttpResponse<String> state = begun;
    for (int look = 0; look < 4; look++) {
      state = stage.meta().call(id, Map.of());
    }
    JsonNode sampleState = steps.path(1).path("response").path("body");
    same(Browser.ok(state), sampleState);
    same(
        Browser.ok(stage.meta().call(id + "/insights", Map.of())),
        steps.path(2).path("response").path("body"));
    JsonNode headers = Samples.sample("meta/header_usage_values.json");
    for (String name : new String[] {"x-app-usage", "x-fb-ads-insights-throttle"}) {
      String value = state.headers().firstValue(name).orElseThrow();
      same(Browser.JSON.readTree(value), headers.path(name));
    }
    String use = state.headers().firstValue("x-business-use-case-usage").orElseThrow();
    JsonNode sampleUse = headers.path("x-business-use-case-usage").path("66782684");
    same(Browser.JSON.readTree(use).path(Long.toString(account.id())), sampleUse);
  }

  @Test
  void googleAnswersHaveTheShapeOfTheSamples() throws Exception {
    long id = stage.first(AdPlatform.GOOGLE_ADS).id();
    same(
        google(
            id,
            "SELECT campaign.id, campaign.name, campaign.status, metrics.clicks,"
                + " metrics.cost_micros, metrics.conversions FROM campaign"
                + " WHERE segments.date DURING LAST_7_DAYS"),
        Samples.sample("google-ads/search_stream_campaigns.json"));
    same(
        google(
            id,
            "SELECT campaign.id, campaign.name, campaign.advertising_channel_type, segments.date,"
                + " metrics.impressions, metrics.clicks, metrics.cost_micros, metrics.conversions"
                + " FROM campaign WHERE segments.date DURING LAST_7_DAYS"),
        Samples.sample("google-ads/campaign_daily_row.json"));
    same(
        google(
            id,
            "SELECT customer.id, customer.descriptive_name, customer.currency_code,"
                + " customer.time_zone FROM customer"),
        Samples.sample("google-ads/customer_row.json"));
    same(
        google(
            id,
            "SELECT campaign.id, campaign.name, campaign.status, campaign.advertising_channel_type,"
                + " campaign_budget.amount_micros FROM campaign"),
        Samples.sample("google-ads/campaign_budget_row.json"));
  }

  @Test
  void googleErrorsHaveTheShapeOfTheSamples() throws Exception {
    String id = Long.toString(stage.first(AdPlatform.GOOGLE_ADS).id());
    String query = GoogleReader.body("SELECT customer.id FROM customer");
    String foreign = Long.toString(stage.accounts(AdPlatform.GOOGLE_ADS).getLast().id());
    String token = stage.google().token();
    same(
        Browser.json(stage.google().call(foreign, "searchStream", token, query)),
        Samples.body("google-ads/search_stream_403_token_not_approved.http.json"),
        "DEVELOPER_TOKEN",
        "authorizationError");
    JsonNode badDate = Samples.sample("google-ads/search_400_bad_date_literal.http.json");
    String sent = Browser.JSON.writeValueAsString(badDate.path("request").path("json"));
    JsonNode refused = Browser.json(stage.google().call(id, "search", token, sent));
    same(refused, badDate.path("response").path("body"));
    assertThat(refused.path("error").path("details").path(0).path("errors"))
        .isEqualTo(
            badDate
                .path("response")
                .path("body")
                .path("error")
                .path("details")
                .path(0)
                .path("errors"));
    stage.simulator().faults().add(Fault.of(FaultKind.TOO_MANY_REQUESTS, AdPlatform.GOOGLE_ADS, 1));
    same(
        Browser.json(stage.google().call(id, "searchStream", token, query)),
        Samples.body("google-ads/search_stream_429_quota.http.json"),
        "errorCode");
  }

  @Test
  void appleAnswersHaveTheShapeOfTheSamples() throws Exception {
    stage.simulator().clock().moveTo(Instant.parse("2026-02-01T12:00:00Z"));
    AdAccount account = stage.first(AdPlatform.APPLE_ADS);
    AppleReader apple = stage.apple();
    String request = Samples.sample("apple-search-ads/v5_campaign_report_request.json").toString();
    HttpResponse<String> report =
        stage
            .browser()
            .post(
                SimulatedHost.APPLE_SEARCH_ADS,
                "/api/v5/reports/campaigns",
                apple.v5Headers(account.id()),
                request);
    same(
        Browser.ok(report).path("data").path("reportingDataResponse"),
        Samples.sample("apple-search-ads/v5_campaign_report_inner.json"),
        "totalBudget",
        "deviceClass");
    same(Browser.json(report), Samples.sample("apple-search-ads/v5_report_envelope_minimal.json"));
    same(
        Browser.ok(v5(apple, account, "/api/v5/acls")).path("data").path(0),
        Samples.sample("apple-search-ads/v5_acls.json").path("data"));
    same(
        Browser.ok(v5(apple, account, "/api/v5/campaigns")),
        Samples.sample("apple-search-ads/v5_campaign_list.json"));
    same(
        Browser.json(
            stage
                .browser()
                .get(
                    SimulatedHost.APPLE_SEARCH_ADS,
                    "/api/v5/campaigns",
                    Map.of(
                        "Authorization",
                        apple.v5Headers(account.id()).getOrDefault("Authorization", "")))),
        Samples.body("apple-search-ads/v5_403_missing_context.http.json"));
    JsonNode tokens = Samples.sample("apple-search-ads/token_responses.http.json").path("steps");
    same(
        Browser.json(apple.askToken(apple.goodSecret())),
        tokens.path(0).path("response").path("body"));
    same(Browser.json(apple.askToken("wrong")), tokens.path(1).path("response").path("body"));
  }

  @Test
  void applePlatformHasTheShapeOfTheSample() throws Exception {
    AdAccount account = stage.first(AdPlatform.APPLE_ADS);
    String campaign = Long.toString(account.campaigns().getFirst().id());
    String request =
        """
        {"filters":[{"field":"campaignId","operator":"EQUALS","value":"%s"}],
         "groupBy":["countryOrRegion"],"options":{"includeRows":["GRAND_TOTAL"]},
         "timeRange":{"start":"2026-10-01","end":"2026-10-31","granularity":"DAILY"}}
        """
            .formatted(campaign);
    HttpResponse<String> report =
        stage
            .browser()
            .post(
                SimulatedHost.APPLE_ADS,
                "/v1/reports/apps/campaigns/query",
                stage.apple().platformHeaders(account.adAccountId()),
                request);

    same(Browser.ok(report), Samples.sample("apple-search-ads/platform_v1_campaign_report.json"));
  }

  private JsonNode google(long id, String query) throws Exception {
    return Browser.ok(
        stage
            .google()
            .call(
                Long.toString(id),
                "searchStream",
                stage.google().token(),
                GoogleReader.body(query)));
  }

  private HttpResponse<String> v5(AppleReader apple, AdAccount account, String path)
      throws Exception {
    return stage.browser().get(SimulatedHost.APPLE_SEARCH_ADS, path, apple.v5Headers(account.id()));
  }

  private JsonNode fault(FaultKind kind) throws IOException, InterruptedException {
    stage.simulator().faults().add(Fault.of(kind, AdPlatform.META, 1));
    return Browser.json(stage.meta().call("me", Map.of()));
  }

  private static void same(JsonNode answer, JsonNode sample, String... unplayed) {
    assertThat(Shape.of(answer).missing(Shape.of(sample), unplayed)).isEmpty();
  }
}
