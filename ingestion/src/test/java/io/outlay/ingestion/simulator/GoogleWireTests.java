package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoogleWireTests {

  private static final String MONTH = " WHERE segments.date BETWEEN '2026-10-01' AND '2026-10-31'";

  private final SimulatorStage stage = new SimulatorStage();
  private final GoogleReader google = stage.google();
  private final AdAccount account = stage.first(AdPlatform.GOOGLE_ADS);
  private final String id = Long.toString(account.id());

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void longNumbersAreTextFieldsAreCamelCaseAndZeroRowsAreMissing() throws Exception {
    List<JsonNode> rows =
        google.stream(
            account.id(),
            "SELECT ad_group_ad.ad.id, ad_group_ad.ad.name, campaign.id, segments.date,"
                + " metrics.cost_micros, metrics.conversions FROM ad_group_ad"
                + MONTH);

    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.path("metrics").path("costMicros").isString()).isTrue();
              assertThat(row.path("metrics").path("conversions").isNumber()).isTrue();
              assertThat(row.path("adGroupAd").path("ad").path("id").isString()).isTrue();
              assertThat(row.path("metrics").path("costMicros").asLong()).isPositive();
              assertThat(row.path("campaign").path("resourceName").asString())
                  .startsWith("customers/" + id + "/campaigns/");
            });
    assertThat(rows).anyMatch(row -> !row.path("adGroupAd").path("ad").has("name"));
    assertThat(rows).anyMatch(row -> isFraction(row.path("metrics").path("conversions")));
  }

  @Test
  void streamComesInBatchesOfDifferentSize() throws Exception {
    HttpResponse<String> answer =
        google.call(
            id,
            "searchStream",
            google.token(),
            GoogleReader.body(
                "SELECT ad_group_ad.ad.id, segments.date, metrics.clicks FROM ad_group_ad"
                    + MONTH));
    JsonNode batches = Browser.ok(answer);

    assertThat(batches.size()).isGreaterThan(1);
    assertThat(batches.path(0).path("results").size())
        .isNotEqualTo(batches.path(1).path("results").size());
    assertThat(batches.path(batches.size() - 1).has("queryResourceConsumption")).isTrue();
    assertThat(batches.path(0).path("fieldMask").asString())
        .isEqualTo("adGroupAd.ad.id,segments.date,metrics.clicks");
  }

  @Test
  void pagesHoldTenThousandRowsAndTokensExpire() throws Exception {
    String query =
        "SELECT ad_group_ad.ad.id, segments.date, metrics.clicks, metrics.impressions"
            + " FROM ad_group_ad WHERE segments.date BETWEEN '2026-07-01' AND '2026-10-31'";
    JsonNode first = Browser.ok(google.call(id, "search", google.token(), page(query, "")));
    String next = first.path("nextPageToken").stringValue();
    JsonNode second = Browser.ok(google.call(id, "search", google.token(), page(query, next)));

    assertThat(first.path("results").size()).isEqualTo(10_000);
    assertThat(second.path("results").path(0)).isNotEqualTo(first.path("results").path(0));
    assertThat(reason(google.call(id, "search", google.token(), page(query + " ", next))))
        .isEqualTo("INVALID_PAGE_TOKEN");
    stage.simulator().clock().advance(Duration.ofHours(2));
    assertThat(reason(google.call(id, "search", google.token(), page(query, next))))
        .isEqualTo("EXPIRED_PAGE_TOKEN");
  }

  @Test
  void queriesAreCheckedBeforeTheCaller() throws Exception {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry(
                "SELECT segments.date FROM customer WHERE segments.date DURING LAST_90_DAYS",
                "INVALID_VALUE_WITH_DURING_OPERATOR"),
            Map.entry("SELECT campaign.nonsense FROM campaign", "UNRECOGNIZED_FIELD"),
            Map.entry("SELECT metrics.video_views FROM campaign", "UNRECOGNIZED_FIELD"),
            Map.entry(
                "SELECT ad_group.id FROM campaign", "PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE"),
            Map.entry("SELECT campaign.id FROM nowhere", "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE"),
            Map.entry("SELECT segments.date FROM campaign", "EXPECTED_FILTERS_ON_DATE_RANGE"),
            Map.entry(
                "SELECT campaign.id FROM campaign WHERE segments.date = '2026-13-01'",
                "INVALID_DATE_FORMAT"),
            Map.entry(
                "SELECT campaign.id FROM campaign WHERE campaign.id = 1 OR campaign.id = 2",
                "EXPECTED_AND"),
            Map.entry("SELECT campaign.id FROM campaign LIMIT 0", "BAD_LIMIT_VALUE"),
            Map.entry("campaign.id FROM campaign", "EXPECTED_SELECT"),
            Map.entry(
                "SELECT segments.conversion_action_name, metrics.clicks FROM campaign" + MONTH,
                "PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE"));
    for (Map.Entry<String, String> entry : wrong.entrySet()) {
      HttpResponse<String> answer =
          google.call(id, "search", "no token", GoogleReader.body(entry.getKey()));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(reason(answer)).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  @Test
  void conditionsOrdersAndLimitsAreObeyed() throws Exception {
    List<JsonNode> rows =
        google.stream(
            account.id(),
            "SELECT campaign.id, campaign.status, metrics.cost_micros FROM campaign"
                + MONTH
                + " AND campaign.status IN ('ENABLED', \"PAUSED\") AND metrics.impressions > 0"
                + " ORDER BY metrics.cost_micros DESC LIMIT 5"
                + " PARAMETERS omit_unselected_resource_names = true");

    assertThat(rows).hasSize(5);
    assertThat(rows).allMatch(row -> !row.path("campaign").has("resourceName"));
    List<Long> costs =
        rows.stream().map(row -> row.path("metrics").path("costMicros").asLong()).toList();
    assertThat(costs).isSortedAccordingTo((left, right) -> Long.compare(right, left));
  }

  @Test
  void countriesAddUpToLessThanDelivery() throws Exception {
    String metrics = ", segments.date, metrics.cost_micros FROM ";
    List<JsonNode> located =
        google.stream(
            account.id(),
            "SELECT geographic_view.country_criterion_id" + metrics + "geographic_view" + MONTH);
    List<JsonNode> devices =
        google.stream(
            account.id(), "SELECT campaign.id, segments.device" + metrics + "campaign" + MONTH);
    LedgerTotal all =
        stage
            .simulator()
            .ledger()
            .account(account, SimulatorStage.days("2026-10-01", "2026-10-31"), SimulatorStage.NOW);

    assertThat(cost(devices)).isEqualTo(all.spendMicros());
    assertThat(cost(located)).isLessThan(all.spendMicros()).isGreaterThan(all.spendMicros() / 2);
    assertThat(countries(located)).contains("2410", "2840");
  }

  @Test
  void conversionActionsAddUpToConversions() throws Exception {
    List<JsonNode> actions =
        google.stream(
            account.id(),
            "SELECT campaign.id, segments.date, segments.conversion_action_name,"
                + " segments.conversion_action_category, metrics.conversions,"
                + " metrics.all_conversions FROM campaign"
                + MONTH);
    LedgerTotal all =
        stage
            .simulator()
            .ledger()
            .account(account, SimulatorStage.days("2026-10-01", "2026-10-31"), SimulatorStage.NOW);

    assertThat(conversions(actions, "First open")).isEqualByComparingTo(all.installs());
    assertThat(conversions(actions, "Pre-registration"))
        .isEqualByComparingTo(all.preRegistrations());
    assertThat(
            conversions(actions, "In-app purchase").add(conversions(actions, "Web shop purchase")))
        .isEqualByComparingTo(all.purchases());
    assertThat(conversions(actions, "Level 1 finished")).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void managersListTheirClientsAndHaveNoMetrics() throws Exception {
    String manager = google.credentials().loginCustomerId();
    String token = google.token();
    JsonNode clients =
        Browser.ok(
            google.call(
                manager,
                "search",
                token,
                GoogleReader.body(
                    "SELECT customer_client.id, customer_client.currency_code,"
                        + " customer_client.time_zone, customer_client.manager FROM customer_client"
                        + " WHERE customer_client.manager = false")));

    assertThat(clients.path("results").size()).isEqualTo(2);
    assertThat(
            reason(
                google.call(
                    manager,
                    "search",
                    token,
                    GoogleReader.body("SELECT metrics.clicks FROM customer"))))
        .isEqualTo("REQUESTED_METRICS_FOR_MANAGER");
  }

  @Test
  void budgetsMayBeSharedAndPerformanceMaxHasNoAdGroups() throws Exception {
    List<JsonNode> campaigns =
        google.stream(
            account.id(),
            "SELECT campaign.id, campaign.advertising_channel_type, campaign_budget.id,"
                + " campaign_budget.amount_micros, campaign_budget.period,"
                + " campaign_budget.explicitly_shared FROM campaign");
    Set<String> budgets = new HashSet<>();
    campaigns.forEach(row -> budgets.add(row.path("campaignBudget").path("id").asString()));
    List<JsonNode> groups =
        google.stream(account.id(), "SELECT campaign.id, ad_group.id FROM ad_group");

    assertThat(budgets).hasSize(campaigns.size() - 1);
    assertThat(campaigns)
        .anyMatch(row -> row.path("campaignBudget").path("explicitlyShared").asBoolean());
    for (JsonNode row : campaigns) {
      boolean max =
          row.path("campaign").path("advertisingChannelType").asString().equals("PERFORMANCE_MAX");
      boolean has =
          groups.stream()
              .anyMatch(
                  group ->
                      group.path("campaign").path("id").equals(row.path("campaign").path("id")));
      assertThat(has).isNotEqualTo(max);
    }
  }

  @Test
  void versionsTokensAndManagersAreChecked() throws Exception {
    String query = GoogleReader.body("SELECT customer.id FROM customer");
    assertThat(reason(version("v22", query))).isEqualTo("UNSUPPORTED_VERSION");
    assertThat(version("v26", query).statusCode()).isEqualTo(200);
    assertThat(reason(google.call(id, "search", "wrong", query))).isEqualTo("OAUTH_TOKEN_INVALID");
    AdAccount foreign = stage.accounts(AdPlatform.GOOGLE_ADS).getLast();
    assertThat(reason(google.call(Long.toString(foreign.id()), "search", google.token(), query)))
        .isEqualTo("USER_PERMISSION_DENIED");
    String old = google.token();
    stage.simulator().clock().advance(Duration.ofHours(1));
    HttpResponse<String> late = google.call(id, "searchStream", old, query);
    assertThat(Browser.json(late).isArray()).isTrue();
    assertThat(late.statusCode()).isEqualTo(401);
  }

  @Test
  void withoutTheManagersNumberAnAccountStaysShut() throws Exception {
    HttpResponse<String> answer =
        stage
            .browser()
            .post(
                SimulatedHost.GOOGLE_ADS,
                "/v25/customers/" + id + "/googleAds:search",
                Map.of("Authorization", "Bearer " + google.token()),
                GoogleReader.body("SELECT customer.id FROM customer"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> version(String version, String body) throws Exception {
    return stage
        .browser()
        .post(
            SimulatedHost.GOOGLE_ADS,
            "/" + version + "/customers/" + id + "/googleAds:search",
            Map.of(
                "Authorization",
                "Bearer " + google.token(),
                "login-customer-id",
                google.credentials().loginCustomerId()),
            body);
  }

  private static String page(String query, String token) {
    return Browser.JSON.writeValueAsString(Map.of("query", query, "pageToken", token));
  }

  private static String reason(HttpResponse<String> answer) {
    JsonNode error = Browser.json(answer).path("error");
    JsonNode code = error.path("details").path(0).path("errors").path(0).path("errorCode");
    return code.properties().iterator().next().getValue().asString();
  }

  private static boolean isFraction(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().scale() > 0;
  }

  private static long cost(List<JsonNode> rows) {
    return rows.stream().mapToLong(row -> row.path("metrics").path("costMicros").asLong()).sum();
  }

  private static Set<String> countries(List<JsonNode> rows) {
    Set<String> countries = new HashSet<>();
    rows.forEach(
        row -> countries.add(row.path("geographicView").path("countryCriterionId").asString()));
    return countries;
  }

  private static BigDecimal conversions(List<JsonNode> rows, String action) {
    return rows.stream()
        .filter(row -> row.path("segments").path("conversionActionName").asString().equals(action))
        .map(row -> row.path("metrics").path("conversions").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
