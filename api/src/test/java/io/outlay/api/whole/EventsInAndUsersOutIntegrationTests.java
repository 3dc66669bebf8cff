package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.userevent.UserEventRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events by a call, a file and the log, and the removal of users, as a client sees them. */
class EventsInAndUsersOutIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger COMPANIES = new AtomicInteger();
  private static final String RECORD =
      "mutation($events: [UserEventInput!]!) { eventsRecord(input: {events: $events})"
          + " { accepted repeated expired userErrors { field message code } } }";
  private static final String IMPORT =
      "mutation($input: EventsImportInput!) { eventsImport(input: $input)"
          + " { job { id } userErrors { field message code } } }";
  private static final String ERASE =
      "mutation($id: String!) { userErase(input: {externalUserId: $id})"
          + " { job { id } userErrors { field message code } } }";
  private static final String JOB =
      "query($id: ID!) { job(id: $id) { kind state finishedAt progress { done total } error { code"
          + " message } eventsImport { format isDryRun eventCount problemCount problems { line"
          + " field message } types { type count } accepted repeated expired erased } userErasure {"
          + " stores { name count } } } }";
  private static final String LETTERS = "{ deadLetters { nodes { id causeCode causeMessage } } }";

  private final String key = "user-events-" + COMPANIES.incrementAndGet();
  private final Company company = Company.create(key);

  @Test
  void whatIsRightIsStoredAndWhatIsWrongIsToldByItsPlace() {
    List<Map<String, Object>> events =
        List.of(
            event("1", "u1", "PURCHASE", Map.of("amount", "4.99", "currencyCode", "USD")),
            event("2", "u1", "PURCHASE", Map.of("amount", "-1", "currencyCode", "USD")),
            event("3", "u2", "guild.joined", details("guild", "Foxes")));
    JsonNode answer = record(company.admin(), events);

    assertThat(answer.at("/accepted").asInt()).as(answer.toString()).isEqualTo(2);
    assertThat(answer.at("/userErrors/0/field").toString())
        .isEqualTo("[\"input\",\"events\",\"1\",\"amount\"]");
    assertThat(answer.at("/userErrors/0/message").asString()).startsWith("amount is -1; expected");
    assertThat(record(company.admin(), events).at("/repeated").asInt()).isEqualTo(2);
    assertThat(count("user_event WHERE details = '{\"guild\": \"Foxes\"}'")).isEqualTo(1);
  }

  @Test
  void aThousandEventsAreOneCallAndMoreAreRefused() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(event("many-" + i, "u" + i, "SESSION_STARTED", Map.of()));
    }
    assertThat(record(company.admin(), events).at("/accepted").asInt()).isEqualTo(1_000);
    events.add(event("one-more", "u", "SESSION_STARTED", Map.of()));
    JsonNode refused = record(company.admin(), events);
    assertThat(refused.at("/accepted").isNull()).isTrue();
    assertThat(refused.at("/userErrors/0/message").asString()).contains("at most 1000");
  }

  @Test
  void onlyTokensWithoutLimitsMaySendAndOnlyAdminsErase() {
    String limited = company.token("MANAGER", Map.of("channels", List.of("META")));
    String analyst = company.token("ANALYST", Map.of());
    String manager = company.token("MANAGER", Map.of());
    for (String refused : List.of(limited, analyst)) {
      assertThat(code(refused, RECORD, Map.of("events", List.of()))).isEqualTo("FORBIDDEN");
      assertThat(code(refused, IMPORT, Map.of("input", input("x", Map.of()))))
          .isEqualTo("FORBIDDEN");
    }
    assertThat(code(manager, ERASE, Map.of("id", "u1"))).isEqualTo("FORBIDDEN");
  }

  @Test
  void aFileIsCheckedWholeBeforeAnyOfItIsStored() {
    String lines =
        "eventId;userId;type;occurredAt;amount;currencyCode;guild\n"
            + "1;u1;INSTALL;2026-10-01T00:00:00Z;;;\n"
            + "2;u1;PURCHASE;2026-10-01T00:00:00Z;%s;USD;Foxes\n";
    JsonNode wrong = imported(lines.formatted("much"), Map.of("recordingDelaySeconds", 60));
    assertThat(wrong.at("/state").asString()).as(wrong.toString()).isEqualTo("FAILED");
    assertThat(wrong.at("/error/message").asString()).startsWith("Line 3: amount is \"much\"");
    assertThat(count("user_event WHERE true")).isZero();

    JsonNode dry =
        imported(lines.formatted("1.5"), Map.of("recordingDelaySeconds", 60, "dryRun", true));
    assertThat(dry.at("/eventsImport/eventCount").asInt()).as(dry.toString()).isEqualTo(2);
    assertThat(count("user_event WHERE true")).isZero();

    JsonNode untold = imported(lines.formatted("1.5"), Map.of());
    assertThat(untold.at("/error/message").asString()).contains("recordingDelaySeconds");

    JsonNode right = imported(lines.formatted("1.5"), Map.of("recordingDelaySeconds", 60));
    assertThat(right.at("/state").asString()).as(right.toString()).isEqualTo("SUCCEEDED");
    assertThat(right.at("/eventsImport/accepted").asInt()).isEqualTo(2);
    assertThat(
            count(
                "user_event WHERE recorded_at = '2026-10-01T00:01:00Z' AND amount_micros ="
                    + " 1500000"))
        .isEqualTo(1);
    JsonNode again = imported(lines.formatted("1.5"), Map.of("recordingDelaySeconds", 60));
    assertThat(again.at("/eventsImport/repeated").asInt()).as(again.toString()).isEqualTo(2);
  }

  @Test
  void anEventOfTheTopicIsStoredAndPoisonIsSetAsideWithItsCause() {
    publish("good-1", event("t1", "u1", "INSTALL", Map.of()), "");
    publish("bad", event("t2", "u1", "PURCHASE", Map.of()), "");
    publish("worse", Map.of(), "{not json");
    publish("good-2", event("t3", "u1", "SIGNED_UP", Map.of()), "");

    JsonNode letters =
        Company.server()
            .await(
                company.admin(),
                LETTERS,
                Map.of(),
                answer -> answer.at("/data/deadLetters/nodes").size() == 2)
            .at("/data/deadLetters/nodes");
    assertThat(letters.toString()).contains("INVALID", "amount is null", "UNREADABLE");
    Await.within(PATIENCE, "both events", () -> count("user_event WHERE true") == 2);
    String replayed =
        "mutation { deadLetterReplay(id: \""
            + letters.at("/0/id").asString()
            + "\") { userErrors { message } } }";
    assertThat(company.data(replayed).at("/deadLetterReplay/userErrors").size()).isZero();
  }

  @Test
  void anErasedUserLeavesNoTraceAndIsNotTakenFromTheTopicAgain() {
    String id = "Erasable-" + COMPANIES.get();
    Map<String, Object> install = event("e1", id, "INSTALL", Map.of("device", "shared"));
    publish(id, install, "");
    publish(id, event("e2", id, "PURCHASE", Map.of()), "");
    record(
        company.admin(),
        List.of(
            event("e3", "guest-" + id, "SESSION_STARTED", Map.of("address", "203.0.113.9")),
            event("e4", id, "IDS_LINKED", Map.of("otherUserId", "guest-" + id)),
            event("e5", "neighbour", "DEVICE_SEEN", Map.of("device", "shared")),
            event("e6", "neighbour", "REPORTED", Map.of("otherUserId", id))));
    imported(
        "eventId,userId,type,occurredAt\nx," + id + ",PURCHASE,2026-10-01T00:00:00Z\n",
        Map.of("recordingDelaySeconds", 0));
    Await.within(PATIENCE, "the record", () -> count("user_event WHERE true") == 5);
    Await.within(PATIENCE, "the dead letter", () -> count("dead_letter WHERE true") == 1);
    assertThat(count("user_activity WHERE device_users = 1")).isEqualTo(2);
    assertThat(traces(id)).isNotEmpty();

    JsonNode asked = Company.server().ask(company.admin(), ERASE, Map.of("id", "guest-" + id));
    JsonNode job = finished(asked.at("/data/userErase/job/id").asString());
    assertThat(job.at("/state").asString()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.at("/userErasure/stores").toString())
        .contains("{\"name\":\"events\",\"count\":3}", "{\"name\":\"uploaded files\",\"count\":1}");
    assertThat(traces(id)).isEmpty();
    assertThat(count("user_activity WHERE device_users = 0")).isEqualTo(1);

    publish(id, install, "");
    publish("later", event("e7", "later", "INSTALL", Map.of()), "");
    Await.within(
        PATIENCE,
        "the record behind it",
        () -> count("user_identity WHERE external_id = 'later'") == 1);
    assertThat(traces(id)).isEmpty();
    assertThat(record(company.admin(), List.of(install)).at("/accepted").asInt())
        .as("who comes again later is a new user")
        .isEqualTo(1);
  }

  private JsonNode record(String token, List<Map<String, Object>> events) {
    JsonNode answer = Company.server().ask(token, RECORD, Map.of("events", events));
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.at("/data/eventsRecord");
  }

  private JsonNode imported(String text, Map<String, ?> more) {
    JsonNode answer =
        Company.server().ask(company.admin(), IMPORT, Map.of("input", input(text, more)));
    assertThat(answer.at("/data/eventsImport/userErrors").size()).as(answer.toString()).isZero();
    return finished(answer.at("/data/eventsImport/job/id").asString());
  }

  private JsonNode finished(String job) {
    return Company.server()
        .await(
            company.admin(),
            JOB,
            Map.of("id", job),
            answer -> !answer.at("/data/job/finishedAt").isNull())
        .at("/data/job");
  }

  private String code(String token, String query, Map<String, ?> variables) {
    return Company.server()
        .ask(token, query, variables)
        .at("/errors/0/extensions/code")
        .asString("");
  }

  /** Recorded half an hour ago, as the event says; text instead of an event is sent as it is. */
  private void publish(String key, Map<String, Object> event, String text) {
    Map<String, Object> recorded = new HashMap<>(event);
    recorded.put("recordedAt", Instant.now().minus(Duration.ofMinutes(30)).toString());
    String value = text.isEmpty() ? JsonMapper.shared().writeValueAsString(recorded) : text;
    Company.server()
        .bean(RecordLog.class)
        .publish(
            new NewRecord(
                UserEventRecords.TOPIC.name(),
                key,
                Map.of("organization", Long.toString(organization())),
                value.getBytes(StandardCharsets.UTF_8)))
        .block(PATIENCE);
  }

  /** Tables with a row that holds the text, as text, bytes or within JSON. */
  private List<String> traces(String text) {
    Database.Work system = Company.server().bean(Database.class).asSystem();
    List<String> tables =
        Objects.requireNonNull(
            system
                .query(
                    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname ="
                        + " 'organization_id' WHERE n.nspname = 'public' AND c.relkind IN ('r',"
                        + " 'p') AND NOT c.relispartition",
                    List.of(),
                    row -> Rows.get(row, "relname", String.class))
                .collectList()
                .block(PATIENCE));
    assertThat(tables).contains("user_event", "dead_letter", "job", "audit_event", "raw_input");
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return tables.stream()
        .filter(
            table ->
                count(
                        table
                            + " t WHERE t::text LIKE '%"
                            + text
                            + "%' OR t::text LIKE '%"
                            + hex
                            + "%'")
                    > 0)
        .toList();
  }

  private long organization() {
    String sql = "SELECT organization_id AS n FROM organization WHERE key = $1";
    return number(sql, List.of(key));
  }

  private long count(String from) {
    String where = from.replace("WHERE ", "WHERE (") + ") AND organization_id = " + organization();
    return number("SELECT count(*) AS n FROM " + where, List.of());
  }

  private static long number(String sql, List<?> parameters) {
    Long found =
        Company.server()
            .bean(Database.class)
            .asSystem()
            .one(sql, parameters, row -> Rows.get(row, "n", Long.class))
            .block(PATIENCE);
    return Objects.requireNonNull(found);
  }

  private static Map<String, Object> input(String text, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("content", Map.of("text", text));
    return input;
  }

  private static Map<String, Object> details(String name, String value) {
    return Map.of("details", List.of(Map.of("name", name, "value", value)));
  }

  private static Map<String, Object> event(
      String id, String user, String type, Map<String, ?> more) {
    Map<String, Object> event = new HashMap<>(more);
    event.put("eventId", id);
    event.put("userId", user);
    event.put("type", type);
    event.put("occurredAt", Instant.now().minus(Duration.ofHours(1)).toString());
    return event;
  }
}
