package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(
            GoogleReader.reason(google.call(id, "search", google.token(), page(query + " ", next))))
        .isEqualTo("INVALID_PAGE_TOKEN");
    stage.simulator().clock().advance(Duration.ofHours(2));
    assertThat(GoogleReader.reason(google.call(id, "search", google.token(), page(query, next))))
        .isEqualTo("EXPIRED_PAGE_TOKEN");
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
            GoogleReader.reason(
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

  private static String page(String query, String token) {
    return Browser.JSON.writeValueAsString(Map.of("query", query, "pageToken", token));
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
