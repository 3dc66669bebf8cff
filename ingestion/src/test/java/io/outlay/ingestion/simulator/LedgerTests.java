package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is answered adds up to the ledger, to the last micro. */
class LedgerTests {

  private static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");
  private static final DayRange OCTOBER =
      new DayRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
  private static final DayRange NOVEMBER =
      new DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

  private static AdPlatformSimulator simulator;
  private static Browser browser;

  @BeforeAll
  static void start() {
    simulator =
        AdPlatformSimulator.start(SimulatorSettings.standingAt(NOW)).blockOptional().orElseThrow();
    browser = new Browser(simulator);
  }

  @AfterAll
  static void stop() {
    browser.close();
    simulator.close();
  }

  @Test
  void metaAnswersWhatTheLedgerHoldsInEveryAccount() throws Exception {
    for (AdAccount account : accounts(AdPlatform.META)) {
      MetaReader reader =
          new MetaReader(browser, simulator.credentials(account.publisher()).meta());
      for (DayRange month : List.of(OCTOBER, NOVEMBER)) {
        List<JsonNode> rows =
            reader.insights(
                account.id(), "account", month.first().toString(), month.last().toString());

        LedgerTotal expected = simulator.ledger().account(account, month, NOW);
        assertThat(sum(rows, "impressions")).isEqualByComparingTo(dec(expected.impressions()));
        assertThat(sum(rows, "clicks")).isEqualByComparingTo(dec(expected.clicksAll()));
        assertThat(sum(rows, "inline_link_clicks")).isEqualByComparingTo(dec(expected.clicks()));
        assertThat(sum(rows, "spend")).isEqualByComparingTo(micros(expected.spendMicros()));
        assertThat(actions(rows, "actions", "mobile_app_install"))
            .isEqualByComparingTo(expected.installs());
        assertThat(actions(rows, "actions", "omni_purchase"))
            .isEqualByComparingTo(expected.purchases());
        assertThat(actions(rows, "action_values", "omni_purchase"))
            .isEqualByComparingTo(expected.value());
      }
    }
  }

  @Test
  void metaAdsOfAllStatesAddUpToTheAccount() throws Exception {
    AdAccount account = accounts(AdPlatform.META).getFirst();
    MetaReader reader = new MetaReader(browser, simulator.credentials(account.publisher()).meta());
    String all =
        "[{\"field\":\"ad.effective_status\",\"operator\":\"IN\",\"value\":[\"ACTIVE\","
            + "\"CAMPAIGN_PAUSED\",\"PAUSED\",\"ARCHIVED\",\"DELETED\"]}]";

    List<JsonNode> every =
        reader.insights(account.id(), "ad", "2026-10-01", "2026-10-31", "filtering", all);
    List<JsonNode> usual = reader.insights(account.id(), "ad", "2026-10-01", "2026-10-31");

    LedgerTotal expected = simulator.ledger().account(account, OCTOBER, NOW);
    assertThat(sum(every, "spend")).isEqualByComparingTo(micros(expected.spendMicros()));
    assertThat(sum(usual, "spend")).isLessThan(sum(every, "spend"));
  }

  @Test
  void googleAnswersWhatTheLedgerHoldsInEveryAccount() throws Exception {
    for (AdAccount account : accounts(AdPlatform.GOOGLE_ADS)) {
      GoogleReader reader =
          new GoogleReader(browser, simulator.credentials(account.publisher()).googleAds());
      for (DayRange month : List.of(OCTOBER, NOVEMBER)) {
        List<JsonNode> rows =
            reader.stream(account.id(), query("campaign", "campaign.id, campaign.name", month));

        LedgerTotal expected = simulator.ledger().account(account, month, NOW);
        assertThat(metric(rows, "impressions")).isEqualByComparingTo(dec(expected.impressions()));
        assertThat(metric(rows, "clicks")).isEqualByComparingTo(dec(expected.clicks()));
        assertThat(metric(rows, "costMicros")).isEqualByComparingTo(dec(expected.spendMicros()));
        assertThat(metric(rows, "conversions"))
            .isEqualByComparingTo(
                expected.installs().add(expected.preRegistrations()).add(expected.purchases()));
        assertThat(metric(rows, "conversionsValue")).isEqualByComparingTo(expected.value());
      }
    }
  }

  @Test
  void googleAdsStayBelowTheirCampaignsWherePartsHaveNoAds() throws Exception {
    AdAccount account = accounts(AdPlatform.GOOGLE_ADS).getFirst();
    GoogleReader reader =
        new GoogleReader(browser, simulator.credentials(account.publisher()).googleAds());

    List<JsonNode> rows =
        reader.stream(account.id(), query("ad_group_ad", "ad_group_ad.ad.id", OCTOBER));

    LedgerTotal ads = simulator.ledger().ads(account, OCTOBER, NOW);
    LedgerTotal all = simulator.ledger().account(account, OCTOBER, NOW);
    assertThat(metric(rows, "costMicros")).isEqualByComparingTo(dec(ads.spendMicros()));
    assertThat(ads.spendMicros()).isLessThan(all.spendMicros());
  }

  @Test
  void appleAnswersWhatTheLedgerHoldsInEveryAccountAndDialect() throws Exception {
    for (AdAccount account : accounts(AdPlatform.APPLE_ADS)) {
      AppleReader reader =
          new AppleReader(browser, simulator.credentials(account.publisher()).appleAds(), NOW);
      LedgerTotal expected = simulator.ledger().account(account, OCTOBER, NOW);

      JsonNode v5 =
          Browser.ok(
              browser.post(
                  SimulatedHost.APPLE_SEARCH_ADS,
                  "/api/v5/reports/campaigns",
                  reader.v5Headers(account.id()),
                  AppleReader.v5Report("2026-10-01", "2026-10-31", "DAILY", "")));

      JsonNode rows = v5.path("data").path("reportingDataResponse").path("row");
      assertThat(apple(rows, "granularity", "impressions"))
          .isEqualByComparingTo(dec(expected.impressions()));
      assertThat(apple(rows, "granularity", "taps")).isEqualByComparingTo(dec(expected.clicks()));
      assertThat(apple(rows, "granularity", "tapInstalls"))
          .isEqualByComparingTo(expected.installs());
      assertThat(apple(rows, "granularity", "viewInstalls"))
          .isEqualByComparingTo(expected.viewThrough());
      assertThat(spend(rows, "granularity")).isEqualByComparingTo(micros(expected.spendMicros()));
      platformAgrees(reader, account, expected);
    }
  }

  private static void platformAgrees(AppleReader reader, AdAccount account, LedgerTotal expected)
      throws Exception {
    List<String> ids =
        account.campaigns().stream().map(campaign -> Long.toString(campaign.id())).toList();
    String body =
        """
        {"pagination":{"offset":0,"pageSize":1000},
         "filters":[{"field":"campaignId","operator":"IN","value":%s}],
         "timeRange":{"start":"2026-10-01","end":"2026-10-31","timeZone":"ORTZ","granularity":"DAILY"}}
        """
            .formatted(Browser.JSON.writeValueAsString(ids));
    JsonNode answer =
        Browser.ok(
            browser.post(
                SimulatedHost.APPLE_ADS,
                "/v1/reports/apps/campaigns/query",
                reader.platformHeaders(account.adAccountId()),
                body));
    JsonNode rows = answer.path("result").path("rows");
    assertThat(spend(rows, "granularMetrics")).isEqualByComparingTo(micros(expected.spendMicros()));
    assertThat(apple(rows, "granularMetrics", "tapInstalls"))
        .isEqualByComparingTo(expected.installs());
  }

  private static String query(String from, String more, DayRange days) {
    return """
    SELECT %s, segments.date, metrics.impressions, metrics.clicks, metrics.cost_micros,
      metrics.conversions, metrics.conversions_value
    FROM %s WHERE segments.date BETWEEN '%s' AND '%s' ORDER BY segments.date
    """
        .formatted(more, from, days.first(), days.last());
  }

  private static List<AdAccount> accounts(AdPlatform platform) {
    List<AdAccount> accounts =
        simulator.ledger().accounts().stream()
            .filter(account -> account.platform() == platform)
            .toList();
    assertThat(accounts).hasSize(4);
    assertThat(accounts).extracting(AdAccount::publisher).contains(Publisher.RIVAL_GAMES);
    return accounts;
  }

  private static BigDecimal sum(List<JsonNode> rows, String field) {
    return rows.stream()
        .map(row -> new BigDecimal(row.path(field).asString("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal actions(List<JsonNode> rows, String field, String type) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      for (JsonNode action : row.path(field)) {
        if (action.path("action_type").asString().equals(type)) {
          sum = sum.add(new BigDecimal(action.path("value").stringValue()));
        }
      }
    }
    return sum;
  }

  private static BigDecimal metric(List<JsonNode> rows, String name) {
    return rows.stream()
        .map(row -> new BigDecimal(row.path("metrics").path(name).asString("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal apple(JsonNode rows, String pieces, String name) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      for (JsonNode piece : row.path(pieces)) {
        sum = sum.add(new BigDecimal(piece.path(name).asString("0")));
      }
    }
    return sum;
  }

  private static BigDecimal spend(JsonNode rows, String pieces) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      for (JsonNode piece : row.path(pieces)) {
        sum = sum.add(new BigDecimal(piece.path("localSpend").path("amount").asString("0")));
      }
    }
    return sum;
  }

  private static BigDecimal dec(long value) {
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal micros(long value) {
    return BigDecimal.valueOf(value, 6);
  }
}
