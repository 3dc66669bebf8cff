package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Operations that take long: their caller leaves, their time runs out, the server is stopped. */
@TestMethodOrder(OrderAnnotation.class)
class RunningOperationsFaultTests {

  private static final Duration OPERATION = Duration.ofSeconds(10);
  private static final Duration SHUTDOWN = Duration.ofSeconds(10);
  private static final Duration CANCELLED = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TERMINATED = 128 + 15;

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND state = 'active' AND wait_event_type = 'Lock'";
  private static final String TABLES = "rollup_account_day, rollup_campaign_day, fact";
  private static final Ledger LEDGER = new Ledger(5);

  private static FaultStage stage;
  private static ServerProcess server;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
    server = stage.start("running-operations");
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  @Order(1)
  void theDatabaseStopsWorkingForACallerWhoHasLeft() throws Exception {
    try (Connection holder = lockedTables()) {
      CompletableFuture<HttpResponse<String>> asked = ask("left");
      Await.within(LIMIT, "the statement waits", () -> stage.number(WAITING) > 0);

      asked.cancel(true);

      Await.within(CANCELLED, "the statement is cancelled", () -> stage.number(WAITING) == 0);
      holder.rollback();
    }
  }

  @Test
  @Order(2)
  void theDatabaseStopsWorkingForAnOperationWhoseTimeIsOver() throws Exception {
    try (Connection holder = lockedTables()) {
      long began = System.nanoTime();
      HttpResponse<String> answer = ask("late").get(30, TimeUnit.SECONDS);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(OPERATION.plusSeconds(3));
      assertThat(answer.body()).contains("UNAVAILABLE").contains("\"retryable\":true");
      Await.within(CANCELLED, "the statement is cancelled", () -> stage.number(WAITING) == 0);
      holder.rollback();
    }
  }

  @Test
  @Order(3)
  void runningOperationsAreAnsweredAndStreamsAreEndedBeforeTheServerStops() throws Exception {
    ChangesSocket socket = new ChangesSocket(server.port(), "demo-admin");
    LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    CompletableFuture<?> stream = listen(events);
    SpendFile file = LEDGER.write("shutdown", 10, 5);
    server.caller().awaitSuccess(server.caller().submit(file), LIMIT);
    socket.await("next");
    assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();

    CompletableFuture<HttpResponse<String>> asked;
    try (Connection holder = lockedTables()) {
      asked = ask("running");
      Await.within(LIMIT, "the statement waits", () -> stage.number(WAITING) > 0);
      server.terminate();

      assertThat(socket.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1001);
      stream.get(10, TimeUnit.SECONDS);
      assertThat(List.copyOf(events)).contains("event: complete");
      assertThat(asked).isNotDone();
      holder.rollback();
    }

    HttpResponse<String> answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"totals\"").doesNotContain("\"errors\"");
    assertThat(server.awaitEnd(SHUTDOWN)).isEqualTo(TERMINATED);
  }

  private CompletableFuture<HttpResponse<String>> ask(String name) {
    HttpRequest request =
        server
            .caller()
            .request(
                "query($name: String!) { performance(range: {from: \"2026-01-01\", to:"
                    + " \"2026-12-31\"}, filter: {campaignNameContains: $name})"
                    + " { totals { clicks } } }",
                Map.of("name", name));
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  /** Lines of a stream of changes; completes when the server has ended it. */
  private CompletableFuture<Void> listen(LinkedBlockingQueue<String> lines) {
    HttpRequest plain =
        server.caller().request("subscription { performanceChanged { dataVersion } }", Map.of());
    HttpRequest request =
        HttpRequest.newBuilder(plain, (name, value) -> true)
            .header("Accept", "text/event-stream")
            .POST(plain.bodyPublisher().orElse(BodyPublishers.noBody()))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofLines())
        .thenAccept(
            response -> response.body().filter(line -> !line.isEmpty()).forEach(lines::add));
  }

  /** Until it is rolled back, reports wait. */
  private static Connection lockedTables() throws SQLException {
    Connection connection = stage.superuser();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + TABLES + " IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }
}
