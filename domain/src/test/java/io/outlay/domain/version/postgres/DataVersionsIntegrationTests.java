package io.outlay.domain.version.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.version.DataVersion;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

class DataVersionsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database ELSEWHERE = MIGRATED.anotherProcess();
  private static final Notifications NOTIFICATIONS = new Notifications(MIGRATED.database());

  private final PostgresDataVersions versions =
      new PostgresDataVersions(MIGRATED.database(), NOTIFICATIONS);
  private final OrganizationId organization =
      MIGRATED.addOrganization("version-" + ORGANIZATIONS.incrementAndGet());

  @BeforeAll
  static void listen() {
    NOTIFICATIONS.start();
    Flux.interval(Duration.ofMillis(20))
        .filter(tick -> NOTIFICATIONS.isCurrent())
        .next()
        .block(PATIENCE);
  }

  @AfterAll
  static void close() {
    NOTIFICATIONS.close();
    ELSEWHERE.close();
    MIGRATED.close();
  }

  @Test
  void knowsWithinASecondWhatAnotherProcessRaised() {
    assertThat(current().number()).isZero();

    raise();

    DataVersion seen =
        Flux.interval(Duration.ofMillis(20))
            .map(tick -> current())
            .filter(version -> version.number() == 1)
            .blockFirst(PATIENCE);
    assertThat(Objects.requireNonNull(seen).token())
        .isNotEqualTo(new DataVersion(0, seen.committedAt()).token());
  }

  @Test
  void asksTheDatabaseWhereNothingIsHeard() {
    PostgresDataVersions deaf =
        new PostgresDataVersions(MIGRATED.database(), new Notifications(MIGRATED.database()));
    raise();
    raise();

    assertThat(deaf.current(organization).block(PATIENCE))
        .isNotNull()
        .extracting(DataVersion::number)
        .isEqualTo(2L);
  }

  @Test
  void tellsSubscribersOfTheirOrganizationOnly() {
    Queue<Long> heard = new ConcurrentLinkedQueue<>();
    Queue<Long> foreign = new ConcurrentLinkedQueue<>();
    OrganizationId other = MIGRATED.addOrganization("version-other");
    Disposable listening = versions.changes(organization).subscribe(v -> heard.add(v.number()));
    Disposable listeningElsewhere = versions.changes(other).subscribe(v -> foreign.add(v.number()));

    raise();
    raise();

    await(heard, 2);
    assertThat(heard).containsExactly(1L, 2L);
    assertThat(foreign).isEmpty();
    listening.dispose();
    listeningElsewhere.dispose();
  }

  @Test
  void aSlowSubscriberGetsTheLatestAndHoldsUpNobody() {
    Queue<Long> fast = new ConcurrentLinkedQueue<>();
    Queue<Long> slow = new ConcurrentLinkedQueue<>();
    BaseSubscriber<DataVersion> stalled =
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
          }

          @Override
          protected void hookOnNext(DataVersion version) {
            slow.add(version.number());
          }
        };
    versions.changes(organization).subscribe(stalled);
    Disposable listening = versions.changes(organization).subscribe(v -> fast.add(v.number()));
    for (int i = 0; i < 5; i++) {
      raise();
    }
    await(fast, 5);

    stalled.request(1);

    await(slow, 2);
    assertThat(slow).containsExactly(1L, 5L);
    stalled.cancel();
    listening.dispose();
  }

  private static void await(Queue<Long> heard, int count) {
    Flux.interval(Duration.ofMillis(20)).filter(t -> heard.size() >= count).blockFirst(PATIENCE);
  }

  private DataVersion current() {
    return Objects.requireNonNull(versions.current(organization).toFuture().join());
  }

  private void raise() {
    ELSEWHERE
        .inOrganization(organization)
        .query(
            "SELECT next_data_version($1, NULL, NULL, '{}')",
            List.of(organization.value()),
            row -> true)
        .blockLast(PATIENCE);
  }
}
