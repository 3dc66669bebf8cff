package io.outlay.ingestion.userevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.postgres.PostgresUserEvents;
import io.outlay.embedded.EmbeddedService;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Services that stop and hang while events are under way: nothing is lost or counted twice. */
@Isolated("stops the services of all")
class UserEventSinkFaultTests {

  private static final int EVENTS = 120;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
  private static final RecordLog LOG =
      new KafkaRecordLog(
          SharedServices.get().kafka().bootstrapServers(),
          List.of(SliceRecords.DEAD_LETTERS, UserEventRecords.TOPIC));
  private static final UserEventSink SINK =
      new UserEventSink(
          LOG,
          new PostgresUserEvents(
              MIGRATED.database(), PSEUDONYMS, EventRetention.USUAL, Clock.systemUTC()),
          new PostgresLogPositions(MIGRATED.database()),
          new PostgresDeadLetters(MIGRATED.database()),
          new EventReader(PSEUDONYMS, Clock.systemUTC()),
          new SimpleMeterRegistry());

  private final OrganizationId organization =
      MIGRATED.addOrganization("event-fault-" + ORGANIZATIONS.incrementAndGet());

  @BeforeAll
  static void start() {
    SINK.start();
  }

  @AfterAll
  static void close() {
    SINK.close();
    LOG.close();
    MIGRATED.close();
  }

  @Test
  void recoversFromAKafkaThatStops() {
    survives(SharedServices.get().kafka(), EmbeddedService::stop, EmbeddedService::start);
  }

  @Test
  void recoversFromAPostgresThatStops() {
    survives(SharedServices.get().postgres(), EmbeddedService::stop, EmbeddedService::start);
  }

  @Test
  void recoversFromAPostgresThatHangs() {
    survives(SharedServices.get().postgres(), EmbeddedService::pause, EmbeddedService::resume);
  }

  private void survives(EmbeddedService service, Blow blow, Blow mend) {
    CompletableFuture<Void> published = publishing().toFuture();
    awaited(number -> number >= 10);

    blow.to(service);
    Mono.delay(Duration.ofSeconds(3)).block();
    mend.to(service);
    published.join();

    assertThat(awaited(number -> number == EVENTS)).isEqualTo(EVENTS);
    assertThat(number("SELECT sum(amount_micros)::bigint FROM user_event WHERE is_counted"))
        .isEqualTo(EVENTS / 2 * 1_000_000L);
    assertThat(number("SELECT count(*) FROM dead_letter")).isZero();
  }

  /** Each order twice, again and again where the log does not answer, as servers do. */
  private Mono<Void> publishing() {
    return Flux.range(0, EVENTS)
        .delayElements(Duration.ofMillis(40))
        .concatMap(
            i -> LOG.publish(record(i)).retryWhen(Retry.fixedDelay(100, Duration.ofMillis(300))))
        .then();
  }

  private NewRecord record(int number) {
    String event =
        """
        {"eventId":"%d","userId":"u%d","type":"PURCHASE","occurredAt":"%s",
         "amount":"1","currencyCode":"USD","orderId":"o%d"}\
        """
            .formatted(number, number % 7, Clock.systemUTC().instant(), number / 2);
    return new NewRecord(
        UserEventRecords.TOPIC.name(),
        "u" + number % 7,
        Map.of("organization", organization.toString()),
        event.getBytes(StandardCharsets.UTF_8));
  }

  private long awaited(LongPredicate wanted) {
    Long last =
        Flux.interval(Duration.ZERO, Duration.ofMillis(100))
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    Mono.fromCallable(() -> number("SELECT count(*) FROM user_event"))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorReturn(-1L),
                1)
            .takeUntil(wanted::test)
            .take(LIMIT)
            .last(-1L)
            .block(LIMIT.plusSeconds(20));
    return Objects.requireNonNull(last);
  }

  private long number(String sql) {
    return Objects.requireNonNull(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNullElse(row.get(0, Long.class), 0L))
            .block(Duration.ofSeconds(20)));
  }

  private interface Blow {
    void to(EmbeddedService service);
  }
}
