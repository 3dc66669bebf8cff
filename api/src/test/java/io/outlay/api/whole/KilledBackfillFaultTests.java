package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.LedgerTotal;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server that is killed while it reads the history of each platform; another one goes on. */
class KilledBackfillFaultTests {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int CAMPAIGNS = 2;
  private static final String CONNECT =
      "mutation($input: AdAccountConnectInput!) { adAccountConnect(input: $input)"
          + " { adAccount { id } userErrors { field code message } } }";
  private static final String OPEN_JOBS =
      "SELECT count(*) FROM job WHERE kind = 'AD_ACCOUNT_SYNC' AND state IN ('WAITING', 'RUNNING')";

  private static LocalDate today;

  private static AdPlatformSimulator simulator;
  private static FaultStage stage;

  @BeforeAll
  static void start() throws IOException {
    today = LocalDate.now(ZoneOffset.UTC);
    simulator =
        Objects.requireNonNull(
            AdPlatformSimulator.start(
                    SimulatorSettings.usual(InstantSource.system()).withCampaigns(CAMPAIGNS))
                .block(LIMIT));
    stage = new FaultStage();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void anotherServerGoesOnAndEqualsTheLedger() throws Exception {
    ServerProcess first = stage.start("killed-collecting", addresses());
    for (AdPlatform platform : AdPlatform.values()) {
      connect(first, platform);
    }
    Await.within(LIMIT, "part of the history", () -> fetched() >= 40);
    first.kill();
    assertThat(stage.number(OPEN_JOBS)).as("history was being read").isPositive();

    stage.start("collecting-on", addresses());

    Await.within(LIMIT, "all of the history", () -> stage.number(OPEN_JOBS) == 0);
    assertThat(stage.number("SELECT count(*) FROM job WHERE state = 'FAILED'")).isZero();
    for (AdPlatform platform : AdPlatform.values()) {
      assertEqual(account(platform));
    }
  }

  private static void assertEqual(AdAccount account) {
    DayRange settled = settled();
    for (LocalDate month = settled.first().withDayOfMonth(1);
        !month.isAfter(settled.last());
        month = month.plusMonths(1)) {
      DayRange days = settled.cut(new DayRange(month, month.plusMonths(1).minusDays(1)));
      LedgerTotal ledger = simulator.ledger().account(account, days, Instant.now());
      assertThat(
              List.of(
                  stored("impressions", account, days),
                  stored("clicks", account, days),
                  stored("spend_micros", account, days)))
          .as(account + " in " + days)
          .containsExactly(ledger.impressions(), ledger.clicks(), ledger.spendMicros());
    }
  }

  /** Days whose figures no longer change, and which Apple still gives one by one. */
  private static DayRange settled() {
    return new DayRange(today.minusDays(80), today.minusDays(40));
  }

  private static long stored(String column, AdAccount account, DayRange days) {
    return stage.number(
        "SELECT coalesce(sum(f.%s), 0)::bigint FROM fact f JOIN ad_account a USING (organization_id, ad_account_id) WHERE a.external_id = '%d' AND f.view = 'DELIVERY' AND f.day BETWEEN '%s' AND '%s'"
            .formatted(column, account.id(), days.first(), days.last()));
  }

  private static long fetched() {
    return stage.number("SELECT count(*) FROM period_fetch WHERE fetched_at IS NOT NULL");
  }

  private static void connect(ServerProcess server, AdPlatform platform) {
    JsonNode answer =
        server
            .caller()
            .ask(
                CONNECT,
                Map.of(
                    "input",
                    Map.of(
                        "channel", platform == AdPlatform.APPLE_ADS ? "APPLE_SEARCH_ADS" : platform,
                        "externalId", Long.toString(account(platform).id()),
                        "historyFrom", today.minusDays(84).toString(),
                        "credential",
                            secrets(platform).entrySet().stream()
                                .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                                .toList())));
    assertThat(answer.at("/data/adAccountConnect/userErrors").size())
        .as(answer.toString())
        .isZero();
  }

  private static Map<String, String> secrets(AdPlatform platform) {
    SimulatedCredentials credentials = simulator.credentials(Publisher.RIVAL_GAMES);
    AppleAdsCredentials apple = credentials.appleAds();
    return switch (platform) {
      case META -> Map.of("accessToken", credentials.meta().accessToken());
      case GOOGLE_ADS ->
          Map.of(
              "clientId", credentials.googleAds().clientId(),
              "clientSecret", credentials.googleAds().clientSecret(),
              "refreshToken", credentials.googleAds().refreshToken(),
              "loginCustomerId", credentials.googleAds().loginCustomerId());
      case APPLE_ADS ->
          Map.of(
              "clientId", apple.clientId(),
              "teamId", apple.teamId(),
              "keyId", apple.keyId(),
              "privateKey", apple.privateKeyPem(),
              "adAccountId", Long.toString(account(platform).adAccountId()));
    };
  }

  /** Not one of the demo's own for this company: those rest where nobody plays them. */
  private static AdAccount account(AdPlatform platform) {
    return simulator.ledger().accounts().stream()
        .filter(account -> account.platform() == platform && account.number() == 1)
        .filter(account -> account.publisher().equals(Publisher.RIVAL_GAMES))
        .findFirst()
        .orElseThrow();
  }

  private static String[] addresses() {
    String google = "--outlay.platform.google-ads.";
    String apple = "--outlay.platform.apple-search-ads.";
    return new String[] {
      "--outlay.platform.meta.base-url=" + simulator.baseUrl(SimulatedHost.META_GRAPH),
      google + "base-url=" + simulator.baseUrl(SimulatedHost.GOOGLE_ADS),
      google + "token-url=" + simulator.baseUrl(SimulatedHost.GOOGLE_OAUTH) + "/token",
      apple + "base-url=" + simulator.baseUrl(SimulatedHost.APPLE_SEARCH_ADS),
      apple + "platform-base-url=" + simulator.baseUrl(SimulatedHost.APPLE_ADS),
      apple + "token-url=" + simulator.baseUrl(SimulatedHost.APPLE_ID) + "/auth/oauth2/token"
    };
  }
}
