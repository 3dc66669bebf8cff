package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.LedgerTotal;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.math.BigDecimal;
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

/** A platform over HTTP, from connecting an account to the report. */
class CollectFromPlatformIntegrationTests {

  private static final String ADMIN = "demo-admin";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String CONNECT =
      "mutation($input: AdAccountConnectInput!) { adAccountConnect(input: $input) { adAccount { id"
          + " currencyCode platformAccess { state message apiVersion } } userErrors { field code"
          + " message } } }";
  private static final String ACCOUNT =
      "query($id: ID!) { node(id: $id) { ... on AdAccount { freshness { fetchedAt completeUntil"
          + " gaps { from to } isProvisional } syncs(first: 3) { nodes { view days { from to }"
          + " result rowCount isStored job { kind state error { message } } } pageInfo {"
          + " hasNextPage endCursor } } reconciliations(onlyDiffering: true) { nodes { day metrics"
          + " { name platform stored isBalanced } } } completionCurve(metric: SPEND) { ageDays"
          + " share dayCount } } } }";
  private static final String TOTALS =
      "query($id: ID!, $from: Date!, $to: Date!, $currency: CurrencyCode) { performance(range:"
          + " {from: $from, to: $to}, currencyCode: $currency, filter: {adAccountIds: [$id]}) {"
          + " totals { impressions clicks spend { amount } } } }";
  private static final String SERIES =
      "query($id: ID!, $from: Date!, $to: Date!, $currency: CurrencyCode) { performance(range:"
          + " {from: $from, to: $to}, granularity: DAY, filter: {adAccountIds: [$id]},"
          + " currencyCode: $currency) { completeUntil notices { code concerns { adAccount {"
          + " externalId } days { from to } differences { name } } } rows { nodes { period { from }"
          + " metrics { spend { amount } missing { reason } } notices { code } } } } }";
  private static final String CAMPAIGNS =
      "query($id: ID!, $from: Date!, $to: Date!, $currency: CurrencyCode) { campaigns(filter:"
          + " {adAccountIds: [$id]}) { nodes { performance(range: {from: $from, to: $to},"
          + " granularity: DAY, currencyCode: $currency) { completeUntil notices { code } totals {"
          + " spend { amount } } rows { notices { code } metrics { spend { amount } } } } } } }";
  private static final String SYNC =
      "mutation($id: ID!) { adAccountSync(input: {id: $id}) { job { id } userErrors {"
          + " message } } }";
  private static final String JOB =
      "query($id: ID!) { job(id: $id) { finishedAt error { code message } } }";
  private static final int CAMPAIGNS_OF_EACH = 6;
  private static final String CANARY = "canary-of-a-wrong-token-5d1e";
  private static final Fault GARBAGE =
      Fault.of(FaultKind.GARBAGE_BODY, AdPlatform.META, Fault.UNTIL_CLEARED);
  private static final Fault PAGES_WITHOUT_END =
      Fault.of(FaultKind.LOOPING_PAGE, AdPlatform.META, Fault.UNTIL_CLEARED);

  private static AdPlatformSimulator simulator;
  private static WholeServer server;

  @BeforeAll
  static void start() {
    simulator =
        Objects.requireNonNull(
            AdPlatformSimulator.start(
                    SimulatorSettings.usual(InstantSource.system())
                        .withCampaigns(CAMPAIGNS_OF_EACH))
                .block(PATIENCE));
    server =
        WholeServer.start(
            "--outlay.platform.meta.base-url=" + simulator.baseUrl(SimulatedHost.META_GRAPH),
            "--logging.level.org.springframework.web=debug",
            "--logging.level.reactor.netty=debug");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void aConnectedAccountEqualsThePlatformsLedger() {
    MetaCredentials secrets = secrets();
    AdAccount account = account(0);
    LocalDate today = LocalDate.ofInstant(Instant.now(), account.zone());
    JsonNode connected = connect(account, secrets.accessToken(), today.minusDays(60));

    assertThat(connected.at("/adAccount/platformAccess/state").asString())
        .as(connected.toString())
        .isEqualTo("CONNECTED");
    String id = connected.at("/adAccount/id").asString();
    JsonNode settled = settled(id);
    assertThat(settled.at("/data/node/syncs/nodes/0/job/state").asString())
        .as(settled.toString())
        .isEqualTo("SUCCEEDED");
    assertLedger(id, account, new DayRange(today.minusDays(58), today.minusDays(40)));
    assertComplete(settled.at("/data/node"), today);
  }

  private static JsonNode connect(AdAccount account, String token, LocalDate from) {
    return connect(Long.toString(account.id()), Map.of("accessToken", token), from);
  }

  private static JsonNode connect(String externalId, Map<String, String> secrets, LocalDate from) {
    List<Map<String, String>> credential =
        secrets.entrySet().stream()
            .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
            .toList();
    Map<String, Object> input =
        Map.of(
            "channel",
            "META",
            "externalId",
            externalId,
            "historyFrom",
            from.toString(),
            "credential",
            credential);
    return server.ask(ADMIN, CONNECT, Map.of("input", input)).at("/data/adAccountConnect");
  }

  private static void assertLedger(String id, AdAccount account, DayRange days) {
    LedgerTotal truth = simulator.ledger().account(account, days, Instant.now());

    JsonNode totals =
        server
            .ask(
                ADMIN,
                TOTALS,
                Map.of(
                    "id", id,
                    "from", days.first().toString(),
                    "to", days.last().toString(),
                    "currency", account.currency().name()))
            .at("/data/performance/totals");

    assertThat(totals.at("/impressions").asLong())
        .as(totals.toString())
        .isEqualTo(truth.impressions());
    assertThat(totals.at("/clicks").asLong()).isEqualTo(truth.clicks());
    assertThat(new BigDecimal(totals.at("/spend/amount").asString()))
        .isEqualByComparingTo(BigDecimal.valueOf(truth.spendMicros(), 6));
  }

  private static void assertComplete(JsonNode account, LocalDate today) {
    assertThat(account.at("/freshness/fetchedAt").isNull()).as(account.toString()).isFalse();
    assertThat(account.at("/freshness/gaps").size()).as(account.toString()).isZero();
    assertThat(LocalDate.parse(account.at("/freshness/completeUntil").asString()))
        .isBetween(today.minusDays(2), today.minusDays(1));
    assertThat(account.at("/freshness/isProvisional").asBoolean()).isTrue();
    assertThat(account.at("/syncs/nodes/0/days/to").asString()).isEqualTo(today.toString());
    assertThat(account.at("/syncs/nodes/0/result").asString()).isEqualTo("FETCHED");
    assertThat(account.at("/syncs/nodes/0/isStored").asBoolean()).isTrue();
    assertThat(account.at("/syncs/nodes/0/job/kind").asString()).isEqualTo("AD_ACCOUNT_SYNC");
    assertThat(account.at("/syncs/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(account.at("/reconciliations/nodes").size()).as(account.toString()).isZero();
  }

  @Test
  void aSecretIsFoundNowhereNeitherWhenAllGoesWellNorWhenNothingDoes() {
    MetaCredentials own = simulator.credentials(Publisher.RIVAL_GAMES).meta();
    String account = own.accountIds().getFirst();
    LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(5);
    try (SecretSearch search = new SecretSearch(server, ADMIN)) {
      JsonNode refused = connect(account, Map.of("accessToken", CANARY), from);
      JsonNode wrongId = connect("4077", Map.of("accessToken", own.accessToken()), from);
      JsonNode connected =
          connect(
              account,
              Map.of(
                  "accessToken", own.accessToken(),
                  "appId", own.appId(),
                  "appSecret", own.appSecret()),
              from);
      String id = connected.at("/adAccount/id").asString();
      JsonNode settled = settled(id);
      simulator.faults().add(GARBAGE.forAccount(account));
      String job =
          server.ask(ADMIN, SYNC, Map.of("id", id)).at("/data/adAccountSync/job/id").asString();
      JsonNode failed =
          server.await(
              ADMIN, JOB, Map.of("id", job), answer -> !answer.at("/data/job/finishedAt").isNull());
      simulator.faults().clear();

      assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("CREDENTIAL_REFUSED");
      assertThat(wrongId.at("/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
      assertThat(wrongId.at("/userErrors/0/field").toString())
          .isEqualTo("[\"input\",\"externalId\"]");
      assertThat(failed.at("/data/job/error/code").asString())
          .as(failed.toString())
          .isEqualTo("UNREADABLE");
      for (String secret : List.of(CANARY, own.accessToken(), own.appSecret())) {
        assertThat(search.placesOf(secret)).isEmpty();
        assertThat(List.of(refused, wrongId, connected, settled, failed))
            .noneMatch(answer -> answer.toString().contains(secret));
      }
      assertThat(search.placesOf(account)).contains("ad_account", "kept answers", "Kafka");
      assertThat(search.placesOf("UNREADABLE")).contains("log", "job");
      assertThat(search.placesOf("/graphql")).contains("observations");
      assertThat(search.placesOf("outlay_platform_calls")).contains("metrics");
    }
  }

  private static JsonNode settled(String id) {
    return server.await(
        ADMIN,
        ACCOUNT,
        Map.of("id", id),
        answer ->
            answer
                .at("/data/node/syncs/nodes/0/job/state")
                .asString("")
                .matches("SUCCEEDED|FAILED"));
  }

  @Test
  void daysThatCouldNotBeFetchedAreUnknownUntilTheyAre() {
    AdAccount account = account(1);
    LocalDate today = LocalDate.ofInstant(Instant.now(), account.zone());
    simulator.faults().add(PAGES_WITHOUT_END.forAccount(Long.toString(account.id())));
    String id =
        connect(account, secrets().accessToken(), today.minusDays(9))
            .at("/adAccount/id")
            .asString();
    Map<String, Object> days =
        Map.of(
            "id", id,
            "from", today.minusDays(12).toString(),
            "to", today.toString(),
            "currency", account.currency().name());

    JsonNode answered = server.ask(ADMIN, SERIES, days);
    JsonNode unknown = answered.at("/data/performance");
    assertThat(unknown.at("/rows/nodes").size()).as(answered.toString()).isEqualTo(10);
    assertThat(unknown.at("/rows/nodes"))
        .allMatch(row -> row.at("/metrics/spend").isNull())
        .allMatch(row -> row.at("/metrics/missing/0/reason").asString().equals("NOT_FETCHED"));
    assertThat(unknown.at("/completeUntil").isNull()).isTrue();
    JsonNode notice = unknown.at("/notices/0");
    assertThat(notice.at("/code").asString()).isEqualTo("DAYS_NOT_FETCHED");
    assertThat(notice.at("/concerns/0/adAccount/externalId").asString())
        .isEqualTo(Long.toString(account.id()));
    assertThat(notice.at("/concerns/0/days/0/from").asString())
        .isEqualTo(today.minusDays(9).toString());

    simulator.faults().clear();
    server.ask(ADMIN, SYNC, Map.of("id", id));
    JsonNode known =
        server
            .await(
                ADMIN,
                SERIES,
                days,
                answer ->
                    !answer.at("/data/performance/completeUntil").isNull()
                        && !answer.toString().contains("NOT_FETCHED"))
            .at("/data/performance");

    assertThat(known.at("/rows/nodes").size()).as(known.toString()).isEqualTo(10);
    assertThat(known.at("/rows/nodes")).noneMatch(row -> row.at("/metrics/spend").isNull());
    assertThat(LocalDate.parse(known.at("/completeUntil").asString()))
        .isBetween(today.minusDays(2), today.minusDays(1));
    assertThat(known.at("/notices").toString()).contains("PROVISIONAL").doesNotContain("FETCHED");
    JsonNode campaigns = server.ask(ADMIN, CAMPAIGNS, days).at("/data/campaigns/nodes");
    assertThat(campaigns.size()).isPositive();
    assertThat(campaigns)
        .as(campaigns.toString())
        .allMatch(one -> one.at("/performance/rows").size() == 10)
        .noneMatch(one -> one.at("/performance/totals/spend").isNull())
        .allMatch(one -> one.at("/performance/completeUntil").equals(known.at("/completeUntil")));
  }

  private static MetaCredentials secrets() {
    return simulator.credentials(Publisher.DEMO_GAMES).meta();
  }

  private static AdAccount account(int index) {
    return simulator
        .ledger()
        .account(AdPlatform.META, Long.parseLong(secrets().accountIds().get(index)));
  }
}
