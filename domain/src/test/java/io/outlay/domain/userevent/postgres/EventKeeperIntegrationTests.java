package io.outlay.domain.userevent.postgres;

import static io.outlay.domain.userevent.SomeEvents.START;
import static io.outlay.domain.userevent.SomeEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.Recorded;
import io.outlay.domain.userevent.UserEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EventKeeperIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final EventRetention RETENTION = new EventRetention(Map.of(EventType.CUSTOM, 100));
  private static final List<UserEvent> EVENTS =
      List.of(
          event("old", "u1", EventType.CUSTOM, START),
          event("kept", "u1", EventType.CUSTOM, START.plus(Duration.ofDays(2))),
          event("bought", "u1", EventType.PURCHASE, START));

  private static final OrganizationId ORGANIZATION = MIGRATED.addOrganization("kept");

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void eventsGoByTheirAgeAndWhatIsSummedUpStays() {
    recordAt(START.plus(Duration.ofDays(3)));
    StoredUsers before = StoredUsers.of(MIGRATED.database(), ORGANIZATION);
    Instant later = START.plus(Duration.ofDays(101));

    long removed =
        await(new EventKeeper(MIGRATED.database(), RETENTION, clock(later)).removeExpired());

    assertThat(removed).isEqualTo(1);
    StoredUsers after = StoredUsers.of(MIGRATED.database(), ORGANIZATION);
    assertThat(activities(after)).isEqualTo(activities(before));
    assertThat(Objects.requireNonNull(after.users().get(Set.of("u1"))).events())
        .containsExactly("bought/-", "kept/-");
    assertThat(recordAt(later))
        .as("what is gone must not count twice")
        .isEqualTo(new Recorded(0, Set.of("kept", "bought"), Set.of("old"), Set.of()));
  }

  @Test
  void lessThanTheWindowsOfActivityNeedIsRefused() {
    assertThatThrownBy(() -> new EventRetention(Map.of(EventType.PURCHASE, 30)))
        .hasMessageContaining("PURCHASE is 30 days; expected at least 100");
  }

  private Recorded recordAt(Instant now) {
    return await(
        new PostgresUserEvents(
                MIGRATED.database(), new Pseudonyms(new byte[32]), RETENTION, clock(now))
            .record(ORGANIZATION, EVENTS, List.of()));
  }

  private static List<?> activities(StoredUsers users) {
    return users.users().values().stream().map(StoredUsers.Stored::activity).toList();
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
