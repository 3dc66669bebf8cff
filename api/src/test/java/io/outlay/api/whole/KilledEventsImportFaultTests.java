package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.useractivity.Measure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of an import of events; another one goes on. */
class KilledEventsImportFaultTests {

  private static final int EVENTS = 80_000;
  private static final int USERS = 5_000;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String IMPORT =
      "mutation($input: EventsImportInput!) { eventsImport(input: $input)"
          + " { job { id } userErrors { message } } }";

  private static FaultStage stage;

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void theTotalsAreThoseOfTheFile() throws Exception {
    Random random = new Random(4);
    StringBuilder file = new StringBuilder("eventId,userId,type,occurredAt,amount,currencyCode\n");
    long micros = 0;
    long purchases = 0;
    for (int i = 0; i < EVENTS; i++) {
      Instant at = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(2_000_000));
      boolean isPurchase = random.nextInt(5) == 0;
      int cents = random.nextInt(10_000);
      micros += isPurchase ? cents * 10_000L : 0;
      purchases += isPurchase ? 1 : 0;
      file.append(
          "e%d,u%d,%s,%s,%s%n"
              .formatted(
                  i,
                  random.nextInt(USERS),
                  isPurchase ? "PURCHASE" : "SESSION_STARTED",
                  at,
                  isPurchase ? "%d.%02d,USD".formatted(cents / 100, cents % 100) : ","));
    }
    ServerProcess server = stage.start("killed-events");
    String upload = server.caller().upload(file.toString());
    JsonNode asked =
        server
            .caller()
            .ask(
                IMPORT,
                Map.of(
                    "input",
                    Map.of("content", Map.of("uploadId", upload), "recordingDelaySeconds", 5)));
    String job = asked.at("/data/eventsImport/job/id").asString();
    assertThat(job).as(asked.toString()).isNotBlank();
    Await.within(LIMIT, "part of the file", () -> stored() >= EVENTS / 8);
    server.kill();
    assertThat(stored()).as("the import was under way").isLessThan(EVENTS);

    stage.start("events-on").caller().awaitSuccess(job, LIMIT);

    assertThat(stored()).isEqualTo(EVENTS);
    assertThat(stage.number("SELECT sum(amount_micros) FROM user_event")).isEqualTo(micros);
    assertThat(summedUp(Measure.PURCHASE_MICROS)).isEqualTo(micros);
    assertThat(summedUp(Measure.PURCHASES)).isEqualTo(purchases);
    assertThat(summedUp(Measure.SESSIONS)).isEqualTo(EVENTS - purchases);
    assertThat(stage.number("SELECT count(*) FROM raw_input")).as("kept files").isZero();
  }

  private static long stored() {
    return stage.number("SELECT count(*) FROM user_event");
  }

  private static long summedUp(Measure measure) throws SQLException {
    long sum = 0;
    try (Connection connection = stage.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT activity FROM user_activity")) {
      while (rows.next()) {
        Activity activity = ActivityCodec.decode(rows.getBytes(1));
        sum += activity.total(measure);
      }
    }
    return sum;
  }
}
