package io.outlay.domain.userevent.postgres;

import static io.outlay.domain.userevent.SomeEvents.START;
import static io.outlay.domain.userevent.SomeEvents.event;
import static io.outlay.domain.userevent.SomeEvents.link;
import static io.outlay.domain.userevent.SomeEvents.onDevice;
import static io.outlay.domain.userevent.SomeEvents.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Rows;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.postgres.PostgresExchangeRates;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.StalePosition;
import io.outlay.domain.performance.UnknownOrganization;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.user.User;
import io.outlay.domain.user.postgres.PostgresUsers;
import io.outlay.domain.useractivity.Measure;
import io.outlay.domain.useractivity.Moment;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.postgres.PostgresUserActivities;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Recorded;
import io.outlay.domain.userevent.SomeEvents;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.domain.userevent.UserEvents;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class UserEventsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Instant NOW = START.plus(Duration.ofDays(180));
  private static final UserEvents EVENTS =
      new PostgresUserEvents(
          MIGRATED.database(),
          new Pseudonyms(new byte[32]),
          EventRetention.USUAL,
          Clock.fixed(NOW, ZoneOffset.UTC));
  private static int organizations;

  private final OrganizationId organization = MIGRATED.addOrganization("events-" + organizations++);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyOrderAndPortionsAndRepeatsLeadWhereOnePassLeads(long seed) {
    List<UserEvent> events = SomeEvents.random(seed, 400);
    OrganizationId atOnce = MIGRATED.addOrganization("at-once-" + seed);
    record(atOnce, events);

    Random random = new Random(seed);
    List<UserEvent> delivered = new ArrayList<>(events);
    IntStream.range(0, 150).forEach(i -> delivered.add(events.get(random.nextInt(events.size()))));
    Collections.shuffle(delivered, random);
    int accepted = 0;
    for (int from = 0; from < delivered.size(); ) {
      int to = Math.min(delivered.size(), from + 1 + random.nextInt(60));
      accepted += record(organization, delivered.subList(from, to)).accepted();
      from = to;
    }

    assertThat(accepted).isEqualTo(events.size());
    StoredUsers stored = StoredUsers.of(MIGRATED.database(), organization);
    assertThat(stored).isEqualTo(StoredUsers.of(MIGRATED.database(), atOnce));
    assertThat(stored).isEqualTo(StoredUsers.recount(MIGRATED.database(), organization));
  }

  @Test
  void callsThatRaceLeadWhereOnePassLeads() {
    List<UserEvent> events = SomeEvents.random(77, 600);
    List<List<UserEvent>> portions = new ArrayList<>();
    for (int i = 0; i < events.size(); i += 20) {
      portions.add(events.subList(i, Math.min(events.size(), i + 30))); // they overlap
    }
    await(
        Flux.fromIterable(portions)
            .flatMap(portion -> EVENTS.record(organization, portion, List.of()), 5)
            .then(Mono.just(true)));

    StoredUsers stored = StoredUsers.of(MIGRATED.database(), organization);
    assertThat(stored).isEqualTo(StoredUsers.recount(MIGRATED.database(), organization));
    assertThat(count("user_event")).isEqualTo(events.size());
  }

  @Test
  void anOrderSentByClientAndServerAtOnceCountsOnce() {
    List<UserEvent> reports =
        List.of(
            purchase("client", "u1", START, 4_990_000, "order-1"),
            purchase("server", "u1", START.plusSeconds(2), 4_990_000, "order-1"));
    await(
        Flux.fromIterable(reports)
            .flatMap(report -> EVENTS.record(organization, List.of(report), List.of()), 2)
            .then(Mono.just(true)));
    record(organization, List.of(purchase("again", "u1", START, 4_990_000, "order-1")));

    UserActivity activity = activity("u1");
    assertThat(activity.activity().total(Measure.PURCHASES)).isEqualTo(1);
    assertThat(activity.activity().total(Measure.PURCHASE_MICROS)).isEqualTo(4_990_000);
    assertThat(count("user_event WHERE is_counted")).isEqualTo(1);
    assertThat(count("user_event")).isEqualTo(3);
  }

  @Test
  void anotherOrganizationsIdsAreOthers() {
    OrganizationId other = MIGRATED.addOrganization("events-other");
    record(organization, List.of(purchase("e1", "u1", START, 1_000_000, "o1")));
    Recorded theirs = record(other, List.of(purchase("e1", "u1", START, 2_000_000, "o1")));

    assertThat(theirs.accepted()).isEqualTo(1);
    assertThat(activity("u1").activity().total(Measure.PURCHASE_MICROS)).isEqualTo(1_000_000);
    User user = user("u1");
    assertThat(await(new PostgresUsers(MIGRATED.database()).byIds(other, List.of(user.id()))))
        .isEmpty();
  }

  @Test
  void lateEventsOfAFormerIdBelongToTheOneUser() {
    record(
        organization,
        List.of(
            event("1", "guest", EventType.INSTALL, START),
            event("2", "account", EventType.SESSION_STARTED, START.plusSeconds(90))));
    long former = user("account").id();
    record(organization, List.of(link("3", "account", "guest", START.plusSeconds(100))));
    record(organization, List.of(event("4", "account", EventType.SESSION_STARTED, START)));

    assertThat(user("account")).isEqualTo(user("guest"));
    assertThat(activity("account").activity().total(Measure.SESSIONS)).isEqualTo(2);
    assertThat(activity("account").activity().moment(Moment.INSTALLED)).isEqualTo(START);
    Map<Long, User> byFormerNumber =
        await(new PostgresUsers(MIGRATED.database()).byIds(organization, List.of(former)));
    assertThat(byFormerNumber).containsEntry(former, user("guest"));
    assertThat(count("user_identity WHERE linked_at IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void aDeviceThatIsSharedIsCountedForAllWhoShareIt() {
    String device = SomeEvents.device(1);
    record(organization, List.of(onDevice("1", "u1", device, START)));
    long before = activity("u1").version();
    record(organization, List.of(onDevice("2", "u2", device, START)));
    record(organization, List.of(onDevice("3", "u3", device, START)));

    assertThat(activity("u1").deviceUsers()).isEqualTo(2);
    assertThat(activity("u1").version()).isGreaterThan(before);
    record(organization, List.of(link("4", "u2", "u3", START)));
    assertThat(activity("u1").deviceUsers()).isEqualTo(1);
    assertThat(activity("u3").deviceUsers()).isEqualTo(1);
  }

  @Test
  void amountsAreConvertedByTheRateOfTheirOwnDay() {
    LocalDate day = LocalDate.ofInstant(START, ZoneOffset.UTC);
    await(
        new PostgresExchangeRates(MIGRATED.database())
            .importOwn(
                organization,
                "OURS",
                Flux.just(
                    new Quotation(day, "EUR", BigDecimal.ONE),
                    new Quotation(day, "USD", new BigDecimal("1.2")),
                    new Quotation(day, "KRW", new BigDecimal("1500"))),
                Audit.none()));
    await(
        MIGRATED
            .database()
            .asSystem()
            .update(
                "UPDATE organization SET rate_table = 'OURS' WHERE organization_id = $1",
                List.of(organization.value())));
    record(
        organization,
        List.of(
            event("1", "u1", EventType.PURCHASE, START, 15_000_000_000L, "KRW", null, null, null),
            event("2", "u1", EventType.PURCHASE, START, 1_000_000L, "JPY", null, null, null)));

    assertThat(activity("u1").activity().total(Measure.PURCHASE_MICROS)).isEqualTo(12_000_000);
    assertThat(count("user_event WHERE reporting_micros IS NULL")).isEqualTo(1);
  }

  @Test
  void positionsMoveWithTheEventsOrNeither() {
    PostgresLogPositions positions = new PostgresLogPositions(MIGRATED.database());
    await(positions.read("c", "outlay.user-events", List.of(0)));
    LogPosition step = new LogPosition("c", "outlay.user-events", 0, 0, 5);
    List<UserEvent> first = List.of(event("1", "u1", EventType.INSTALL, START));
    await(EVENTS.record(organization, first, List.of(step)));

    List<UserEvent> second = List.of(event("2", "u1", EventType.SIGNED_UP, START));
    assertThatThrownBy(() -> await(EVENTS.record(organization, second, List.of(step))))
        .isInstanceOf(StalePosition.class);
    assertThat(count("user_event")).isEqualTo(1);
    assertThat(await(positions.read("c", "outlay.user-events", List.of(0)))).containsEntry(0, 5L);
  }

  @Test
  void eventsOlderThanTheyAreKeptAreNotStoredAndToldApart() {
    Instant old = NOW.minus(Duration.ofDays(401));
    Recorded recorded =
        record(
            organization,
            List.of(
                event("1", "u1", EventType.CUSTOM, old),
                event("2", "u1", EventType.PURCHASE, old),
                event("2", "u1", EventType.PURCHASE, old)));

    assertThat(recorded).isEqualTo(new Recorded(1, Set.of("2"), Set.of("1"), Set.of()));
  }

  @Test
  void anUnknownOrganizationIsTold() {
    OrganizationId nobody = new OrganizationId(999_999_999);
    assertThatThrownBy(() -> record(nobody, List.of(event("1", "u", EventType.INSTALL, START))))
        .isInstanceOf(UnknownOrganization.class);
  }

  private static Recorded record(OrganizationId organization, List<UserEvent> events) {
    return await(EVENTS.record(organization, events, List.of()));
  }

  private User user(String externalId) {
    return Objects.requireNonNull(
        await(
                new PostgresUsers(MIGRATED.database())
                    .byExternalIds(organization, List.of(externalId)))
            .get(externalId));
  }

  private UserActivity activity(String externalId) {
    long id = user(externalId).id();
    return Objects.requireNonNull(
        await(new PostgresUserActivities(MIGRATED.database()).of(organization, List.of(id)))
            .get(id));
  }

  private long count(String from) {
    String sql =
        "SELECT count(*) AS n FROM (SELECT * FROM " + from + ") t WHERE organization_id = $1";
    return await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(sql, List.of(organization.value()), row -> Rows.get(row, "n", Long.class)));
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
