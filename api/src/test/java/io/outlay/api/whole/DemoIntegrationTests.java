package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo as a newcomer meets it, only smaller, and an hour and a start later. */
class DemoIntegrationTests {

  /** In Los Angeles still the day before. */
  private static final Instant BEGIN = Instant.parse("2026-11-20T05:10:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> ADMINS = List.of("demo-admin", "rival-admin");

  private static final String LAST_DAYS =
      "{ performance(range: {from: \"2026-11-12\", to: \"2026-11-18\"}, groupBy: [AD_ACCOUNT]) {"
          + " rows { nodes { adAccount { externalId channel { key } }"
          + " metrics { impressions preRegistrations } } } } }";
  private static final String TODAY =
      "{ performance(range: {from: \"2026-11-19\", to: \"2026-11-20\"}) {"
          + " totals { impressions } } }";
  private static final String SYNCS =
      "{ jobs(first: 100, filter: {kinds: [AD_ACCOUNT_SYNC]}) { nodes { state"
          + " error { message } } } }";
  private static final String STATES =
      "{ adAccounts(first: 50) { nodes { platformAccess { state } } } }";
  private static final String CONNECTED = "{ auditEvents(first: 100) { nodes { actor action } } }";
  private static final String CHANGED =
      "subscription { performanceChanged { days { from to } channels { key } } }";

  private final MovableClock clock = MovableClock.startingAt(BEGIN);
  private final ListAppender<ILoggingEvent> console = new ListAppender<>();

  @Test
  void showsAllPlatformsOfBothCompaniesGrowsByTheHourAndConnectsNothingTwice() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo");
    try (WholeServer server = start(home)) {
      ADMINS.forEach(admin -> assertAllPlatformsAnswer(server, admin));
      ADMINS.forEach(admin -> awaitSyncs(server, admin, 6));
      ADMINS.forEach(admin -> assertThat(connections(server, admin)).isEqualTo(6));
      assertAnHourLaterTodayHasGrown(server);
      ADMINS.forEach(admin -> awaitSyncs(server, admin, 12));
    }
    try (WholeServer again = start(home)) {
      awaitLine("Demo Games: 6 ad accounts are up to date");
      awaitLine("Rival Games: 6 ad accounts are up to date");
      ADMINS.forEach(admin -> assertThat(connections(again, admin)).isEqualTo(6));
      ADMINS.forEach(admin -> awaitSyncs(again, admin, 12));
      assertAnHourLaterTodayHasGrown(again);
    }
  }

  @Test
  void neverShowsItsTokensToAPlatformThatIsNotPlayed() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo");
    String[] small = {"--outlay.demo.campaigns=1", "--outlay.demo.history=P8D"};
    try (WholeServer demo = WholeServer.startDemo(home, clock, console, small)) {
      ADMINS.forEach(admin -> awaitSyncs(demo, admin, 6));
    }
    clock.advance(Duration.ofHours(2));
    try (ServerSocket platform = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        WholeServer without = WholeServer.startWithoutDemo(home, clock, addresses(platform))) {
      for (String admin : ADMINS) {
        assertThat(states(without, admin)).hasSize(6).containsOnly("CREDENTIAL_REFUSED");
        awaitSyncs(without, admin, 6);
      }
      platform.setSoTimeout(1_000);
      assertThatThrownBy(platform::accept).isInstanceOf(SocketTimeoutException.class);
    }
    try (WholeServer demo = WholeServer.startDemo(home, clock, console, small)) {
      ADMINS.forEach(admin -> awaitSyncs(demo, admin, 12));
      ADMINS.forEach(admin -> assertThat(states(demo, admin)).containsOnly("CONNECTED"));
    }
  }

  /** Where real platforms would be. */
  private static String[] addresses(ServerSocket platform) {
    String address = "http://127.0.0.1:" + platform.getLocalPort();
    return Stream.of(
            "meta.base-url",
            "google-ads.base-url",
            "google-ads.token-url",
            "apple-search-ads.base-url",
            "apple-search-ads.platform-base-url",
            "apple-search-ads.token-url")
        .map(name -> "--outlay.platform." + name + "=" + address)
        .toArray(String[]::new);
  }

  private static List<String> states(WholeServer server, String admin) {
    return nodes(server.ask(admin, STATES, Map.of()).at("/data/adAccounts/nodes")).stream()
        .map(account -> account.at("/platformAccess/state").asString())
        .filter(state -> !state.isEmpty())
        .toList();
  }

  private WholeServer start(Path home) {
    return WholeServer.startDemo(
        home, clock, console, "--outlay.demo.campaigns=5", "--outlay.demo.history=P1M");
  }

  private static void assertAllPlatformsAnswer(WholeServer server, String admin) {
    JsonNode answer =
        server.await(
            admin,
            LAST_DAYS,
            Map.of(),
            last -> channels(last).size() == 4 && rows(last).size() == 7);

    assertThat(channels(answer))
        .as(answer.toString())
        .containsExactly("APPLE_SEARCH_ADS", "GOOGLE_ADS", "META", "NAVER");
    assertThat(rows(answer))
        .hasSize(7)
        .allMatch(row -> row.at("/metrics/impressions").asLong() > 0);
    assertThat(rows(answer))
        .filteredOn(row -> !channel(row).equals("NAVER"))
        .allMatch(
            row -> new BigDecimal(row.at("/metrics/preRegistrations").asString()).signum() > 0);
  }

  private void assertAnHourLaterTodayHasGrown(WholeServer server) throws InterruptedException {
    long before = today(server);
    BlockingQueue<JsonNode> events = server.subscribe("demo-analyst", CHANGED);
    clock.advance(Duration.ofHours(1));

    server.await("demo-admin", TODAY, Map.of(), answer -> impressions(answer) > before);

    assertThat(today(server)).isGreaterThan(before);
    JsonNode event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(String.valueOf(event)).contains("2026-11-");
  }

  private static void awaitSyncs(WholeServer server, String admin, int count) {
    JsonNode answer =
        server.await(
            admin,
            SYNCS,
            Map.of(),
            jobs ->
                states(jobs).size() >= count
                    && !states(jobs).contains("RUNNING")
                    && !states(jobs).contains("WAITING"));
    assertThat(states(answer)).as(answer.toString()).hasSize(count).containsOnly("SUCCEEDED");
  }

  private static long connections(WholeServer server, String admin) {
    return nodes(server.ask(admin, CONNECTED, Map.of()).at("/data/auditEvents/nodes")).stream()
        .filter(event -> event.at("/action").asString().equals("adAccountConnect"))
        .filter(event -> event.at("/actor").asString().equals("demo"))
        .count();
  }

  private void awaitLine(String line) {
    Await.within(
        PATIENCE,
        line,
        () ->
            List.copyOf(console.list).stream()
                .anyMatch(event -> event.getFormattedMessage().equals(line)));
  }

  private static long today(WholeServer server) {
    return impressions(server.ask("demo-admin", TODAY, Map.of()));
  }

  private static long impressions(JsonNode answer) {
    return answer.at("/data/performance/totals/impressions").asLong();
  }

  private static List<JsonNode> rows(JsonNode answer) {
    return nodes(answer.at("/data/performance/rows/nodes"));
  }

  private static Set<String> channels(JsonNode answer) {
    return rows(answer).stream()
        .map(DemoIntegrationTests::channel)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String channel(JsonNode row) {
    return row.at("/adAccount/channel/key").asString();
  }

  private static List<String> states(JsonNode answer) {
    return nodes(answer.at("/data/jobs/nodes")).stream()
        .map(job -> job.at("/state").asString())
        .toList();
  }

  private static List<JsonNode> nodes(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
