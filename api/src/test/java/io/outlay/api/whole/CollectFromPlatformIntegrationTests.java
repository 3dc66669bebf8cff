package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.luben.zstd.Zstd;
import io.outlay.domain.database.Database;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.LedgerTotal;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A platform over HTTP, from connecting an account to the report, and no secret anywhere. */
class CollectFromPlatformIntegrationTests {

  private static final String ADMIN = "demo-admin";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String CONNECT =
      "mutation($input: AdAccountConnectInput!) { adAccountConnect(input: $input) { adAccount { id"
          + " currencyCode platformAccess { state message apiVersion } } userErrors { field code"
          + " message } } }";
  private static final String JOBS =
      "{ jobs(filter: {kinds: [AD_ACCOUNT_SYNC]}) { nodes { id state progress { done total } error"
          + " { code message } } } }";
  private static final String ACCOUNT =
      "{ adAccounts { nodes { id freshness { fetchedAt completeUntil gaps { from to }"
          + " isProvisional } syncs(first: 3) { nodes { view days { from to } result rowCount"
          + " isStored job { kind } } pageInfo { hasNextPage endCursor } }"
          + " reconciliations(onlyDiffering: true) { nodes { day metrics { name platform stored"
          + " isBalanced } } } completionCurve(metric: SPEND) { ageDays share dayCount } } } }";
  private static final String TOTALS =
      "query($from: Date!, $to: Date!, $currency: CurrencyCode) { performance(range: {from: $from,"
          + " to: $to}, currencyCode: $currency) { totals { impressions clicks spend { amount } } }"
          + " }";

  private static AdPlatformSimulator simulator;
  private static WholeServer server;
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

  @BeforeAll
  static void start() throws IOException {
    LOGGED.start();
    simulator =
        Objects.requireNonNull(
            AdPlatformSimulator.start(SimulatorSettings.usual(InstantSource.system()))
                .block(PATIENCE));
    server =
        WholeServer.start(
            "--outlay.platform.meta.base-url=" + simulator.baseUrl(SimulatedHost.META_GRAPH));
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOGGED);
  }

  @AfterAll
  static void stop() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOGGED);
    if (server != null) {
      server.close();
    }
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void aConnectedAccountEqualsThePlatformsLedgerAndKeepsItsSecrets() {
    MetaCredentials secrets = simulator.credentials(Publisher.DEMO_GAMES).meta();
    AdAccount account =
        simulator
            .ledger()
            .account(AdPlatform.META, Long.parseLong(secrets.accountIds().getFirst()));
    LocalDate today = LocalDate.ofInstant(Instant.now(), account.zone());
    JsonNode refused = connect(account, "canary-of-a-wrong-token-5d1e", today.minusDays(60));
    assertThat(refused.at("/userErrors/0/code").asString())
        .as(refused.toString())
        .isEqualTo("CREDENTIAL_REFUSED");

    JsonNode connected = connect(account, secrets.accessToken(), today.minusDays(60));

    assertThat(connected.at("/adAccount/platformAccess/state").asString())
        .as(connected.toString())
        .isEqualTo("CONNECTED");
    JsonNode jobs =
        server.await(
            ADMIN,
            JOBS,
            Map.of(),
            answer ->
                answer.at("/data/jobs/nodes/0/state").asString("").matches("SUCCEEDED|FAILED"));
    assertThat(jobs.at("/data/jobs/nodes/0/state").asString())
        .as(jobs.toString())
        .isEqualTo("SUCCEEDED");
    assertLedger(account, new DayRange(today.minusDays(58), today.minusDays(40)));
    assertComplete(today);
    assertNowhere(refused, "canary-of-a-wrong-token-5d1e");
    assertNowhere(connected, secrets.accessToken());
  }

  private static JsonNode connect(AdAccount account, String token, LocalDate from) {
    return server
        .ask(
            ADMIN,
            CONNECT,
            Map.of(
                "input",
                Map.of(
                    "channel",
                    "META",
                    "externalId",
                    Long.toString(account.id()),
                    "historyFrom",
                    from.toString(),
                    "credential",
                    List.of(Map.of("name", "accessToken", "value", token)))))
        .at("/data/adAccountConnect");
  }

  private static void assertLedger(AdAccount account, DayRange days) {
    LedgerTotal truth = simulator.ledger().account(account, days, Instant.now());

    JsonNode totals =
        server
            .ask(
                ADMIN,
                TOTALS,
                Map.of(
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

  private static void assertComplete(LocalDate today) {
    JsonNode account = server.ask(ADMIN, ACCOUNT, Map.of()).at("/data/adAccounts/nodes/0");

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

  /** Every table, also what is kept compressed, the log and the answer. */
  private static void assertNowhere(JsonNode answer, String secret) {
    Database.Work work = server.bean(Database.class).asSystem();
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    List<String> tables =
        Objects.requireNonNull(
            work.query(
                    "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                        + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname <>"
                        + " 'flyway_schema_history'",
                    List.of(),
                    row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .block(PATIENCE));
    assertThat(tables).contains("platform_credential", "audit_event", "job", "dead_letter");
    for (String table : tables) {
      assertThat(
              work.one(
                      "SELECT count(*) FROM "
                          + table
                          + " t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0",
                      List.of(secret, hex),
                      row -> Objects.requireNonNull(row.get(0, Long.class)))
                  .block(PATIENCE))
          .as(table)
          .isZero();
    }
    List<byte[]> kept =
        Objects.requireNonNull(
            work.query(
                    "SELECT content FROM raw_input_chunk",
                    List.of(),
                    row -> Objects.requireNonNull(row.get(0, byte[].class)))
                .collectList()
                .block(PATIENCE));
    assertThat(kept)
        .isNotEmpty()
        .noneMatch(
            piece ->
                new String(Zstd.decompress(piece, 1 << 20), StandardCharsets.UTF_8)
                    .contains(secret));
    assertThat(LOGGED.list)
        .isNotEmpty()
        .noneMatch(event -> event.getFormattedMessage().contains(secret));
    assertThat(answer.toString()).doesNotContain(secret);
  }
}
