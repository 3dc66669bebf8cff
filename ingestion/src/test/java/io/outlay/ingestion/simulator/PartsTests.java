package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parts of a whole add up to it, or to as much of it as the platform can place. */
class PartsTests {

  private static final DayRange WEEK = SimulatorStage.days("2026-10-01", "2026-10-07");

  private static SimulatorStage stage;

  @BeforeAll
  static void start() {
    stage = new SimulatorStage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void devicesOfMetaAddUpToDelivery() throws Exception {
    for (String breakdown : List.of("impression_device", "device_platform")) {
      for (AdAccount account : own(AdPlatform.META)) {
        List<JsonNode> rows = meta(account, "account", breakdown);
        LedgerTotal all = total(account);

        assertThat(sum(rows, "spend")).isEqualByComparingTo(money(all));
        assertThat(sum(rows, "impressions")).isEqualByComparingTo(count(all.impressions()));
        assertThat(installs(rows)).isEqualByComparingTo(all.installs());
      }
    }
  }

  @Test
  void countriesOfMetaLackWhatNobodyCouldPlace() throws Exception {
    for (AdAccount account : own(AdPlatform.META)) {
      BigDecimal placed = sum(meta(account, "account", "country"), "spend");

      assertThat(placed).isLessThan(money(total(account)));
      assertThat(placed).isGreaterThan(money(total(account)).multiply(new BigDecimal("0.95")));
    }
  }

  @Test
  void deviceClassesOfAppleAddUpToDelivery() throws Exception {
    for (AdAccount account : own(AdPlatform.APPLE_ADS)) {
      JsonNode rows = apple(account, ",\"groupBy\":[\"deviceClass\"]");
      LedgerTotal all = total(account);
      BigDecimal spend = BigDecimal.ZERO;
      BigDecimal installs = BigDecimal.ZERO;
      Collection<String> classes = new TreeSet<>();
      for (JsonNode row : rows) {
        classes.add(row.path("metadata").path("deviceClass").asString());
        for (JsonNode day : row.path("granularity")) {
          spend = spend.add(new BigDecimal(day.path("localSpend").path("amount").asString("0")));
          installs = installs.add(new BigDecimal(day.path("tapInstalls").asString("0")));
        }
      }
      assertThat(classes).containsExactly("IPAD", "IPHONE");
      assertThat(spend).isEqualByComparingTo(money(all));
      assertThat(installs).isEqualByComparingTo(all.installs());
    }
  }

  @Test
  void monthsOfAppleAddUpOverTwoYears() throws Exception {
    AdAccount account = stage.first(AdPlatform.APPLE_ADS);
    String body = AppleReader.v5Report("2025-01-01", "2026-10-31", "MONTHLY", "");
    JsonNode rows =
        Browser.ok(
                stage
                    .browser()
                    .post(
                        SimulatedHost.APPLE_SEARCH_ADS,
                        "/api/v5/reports/campaigns",
                        stage.apple().v5Headers(account.id()),
                        body))
            .path("data")
            .path("reportingDataResponse")
            .path("row");
    LedgerTotal all =
        stage
            .simulator()
            .ledger()
            .account(account, SimulatorStage.days("2025-01-01", "2026-10-31"), SimulatorStage.NOW);
    long taps = 0;
    for (JsonNode row : rows) {
      for (JsonNode month : row.path("granularity")) {
        taps += month.path("taps").asLong(0);
      }
    }
    assertThat(taps).isEqualTo(all.clicks());
  }

  private static List<AdAccount> own(AdPlatform platform) {
    return stage.accounts(platform).subList(0, 2);
  }

  private static List<JsonNode> meta(AdAccount account, String level, String breakdown)
      throws Exception {
    return stage
        .meta()
        .insights(account.id(), level, "2026-10-01", "2026-10-07", "breakdowns", breakdown);
  }

  private static JsonNode apple(AdAccount account, String more) throws Exception {
    Map<String, String> headers = stage.apple().v5Headers(account.id());
    String body = AppleReader.v5Report("2026-10-01", "2026-10-07", "DAILY", more);
    JsonNode answer =
        Browser.ok(
            stage
                .browser()
                .post(SimulatedHost.APPLE_SEARCH_ADS, "/api/v5/reports/campaigns", headers, body));
    return answer.path("data").path("reportingDataResponse").path("row");
  }

  private static LedgerTotal total(AdAccount account) {
    return stage.simulator().ledger().account(account, WEEK, SimulatorStage.NOW);
  }

  private static BigDecimal sum(List<JsonNode> rows, String field) {
    return rows.stream()
        .map(row -> new BigDecimal(row.path(field).asString("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal installs(List<JsonNode> rows) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      for (JsonNode action : row.path("actions")) {
        if (action.path("action_type").asString().equals("mobile_app_install")) {
          sum = sum.add(new BigDecimal(action.path("value").stringValue()));
        }
      }
    }
    return sum;
  }

  private static BigDecimal money(LedgerTotal total) {
    return BigDecimal.valueOf(total.spendMicros(), 6);
  }

  private static BigDecimal count(long value) {
    return BigDecimal.valueOf(value);
  }
}
