package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Two server processes over the same services; one of them dies at last. */
@TestMethodOrder(OrderAnnotation.class)
class TwoServersFaultTests {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Between processes news travel in milliseconds; the rest is for a busy machine. */
  private static final Duration NEWS = Duration.ofSeconds(3);

  private static final Ledger LEDGER = new Ledger(2);

  private static FaultStage stage;
  private static ServerProcess first;
  private static ServerProcess second;

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
    first = stage.begin("first");
    second = stage.start("second");
    first.awaitReady();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  @Order(1)
  void bothTellTheSameAtOnce() {
    SpendFile file = LEDGER.write("shared", 20, 10);
    second.caller().ask(Caller.TOTALS, Map.of()); // an answer of before, kept by both
    first.caller().ask(Caller.TOTALS, Map.of());

    first.caller().awaitSuccess(first.caller().submit(file), LIMIT);
    LEDGER.book(file);

    first.caller().assertTotals(LEDGER.totals());
    Await.within(NEWS, "news of the import", () -> isTold(second, LEDGER.totals()));
    second.caller().assertTotals(LEDGER.totals());
  }

  @Test
  @Order(2)
  void aTokenRevokedAtOneIsRefusedByTheOther() {
    JsonNode made =
        first
            .caller()
            .ask(
                "mutation { apiTokenCreate(input: {name: \"short-lived\", role: ANALYST})"
                    + " { secret apiToken { id } } }",
                Map.of())
            .at("/data/apiTokenCreate");
    Caller holder = second.caller(made.at("/secret").asString());
    assertThat(holder.ask("{ viewer { role } }", Map.of()).at("/data/viewer/role").asString())
        .isEqualTo("ANALYST");

    first
        .caller()
        .ask(
            "mutation($id: ID!) { apiTokenRevoke(id: $id) { apiToken { id } } }",
            Map.of("id", made.at("/apiToken/id").asString()));

    Await.within(NEWS, "refusal of the revoked token", () -> isRefused(holder));
  }

  @Test
  @Order(3)
  void importsOfAKilledServerAreFinishedByTheOther() throws Exception {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SpendFile file = LEDGER.write("two-" + i, 120, 20);
      jobs.add((i % 2 == 0 ? first : second).caller().submit(file));
      LEDGER.book(file);
    }
    Await.within(LIMIT, "slices of the imports", () -> receipts() > 0);
    first.kill();
    assertThat(stage.number("SELECT count(*) FROM job WHERE state IN ('WAITING', 'RUNNING')"))
        .as("imports were under way")
        .isPositive();

    jobs.forEach(job -> second.caller().awaitSuccess(job, LIMIT));
    second.caller().assertTotals(LEDGER.totals());
    assertThat(stage.number("SELECT count(*) FROM fact")).isEqualTo(LEDGER.totals().rows());
    assertThat(stage.number("SELECT count(*) FROM dead_letter")).isZero();
  }

  private static long receipts() {
    return stage.number("SELECT count(*) FROM slice_receipt WHERE slice LIKE 'LEDGER/two-%'");
  }

  private static boolean isTold(ServerProcess server, Ledger.Totals totals) {
    JsonNode told = server.caller().ask(Caller.TOTALS, Map.of());
    return told.at("/data/performance/totals/clicks").asLong(-1) == totals.clicks();
  }

  private static boolean isRefused(Caller holder) {
    return holder
        .ask("{ viewer { role } }", Map.of())
        .at("/errors/0/extensions/code")
        .asString("")
        .equals("UNAUTHENTICATED");
  }
}
