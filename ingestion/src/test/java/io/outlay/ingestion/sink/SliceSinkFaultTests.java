package io.outlay.ingestion.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.EmbeddedService;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Services that stop and hang while slices are under way: nothing is lost, nothing counts twice.
 */
@Isolated("stops the services of all")
class SliceSinkFaultTests {

  private static final int SLICES = 60;
  private static final int ROWS = 20;
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final String SPEND = "SELECT sum(spend_micros)::bigint FROM fact";
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final SinkStage STAGE =
      new SinkStage(
          MIGRATED.database(),
          new KafkaRecordLog(
              SharedServices.get().kafka().bootstrapServers(),
              List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS)));

  private final OrganizationId organization =
      MIGRATED.addOrganization("fault-" + ORGANIZATIONS.incrementAndGet());

  @BeforeAll
  static void start() {
    STAGE.start();
  }

  @AfterAll
  static void close() {
    STAGE.close();
    SharedServices.get().deleteTopic(SliceRecords.SLICES.name());
    MIGRATED.close();
  }

  @Test
  void recoversFromAKafkaThatStops() {
    survives(SharedServices.get().kafka(), EmbeddedService::stop, EmbeddedService::start);
  }

  @Test
  void recoversFromAKafkaThatHangs() {
    survives(SharedServices.get().kafka(), EmbeddedService::pause, EmbeddedService::resume);
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
    STAGE.awaited(organization, SPEND, ROWS * 5L, Duration.ofSeconds(2));

    blow.to(service);
    Mono.delay(Duration.ofSeconds(3)).block();
    mend.to(service);
    long mended = System.nanoTime();
    published.join();

    long expected = (long) SLICES * ROWS;
    assertThat(STAGE.awaited(organization, SPEND, expected, RECOVERY)).isEqualTo(expected);
    assertThat(Duration.ofNanos(System.nanoTime() - mended)).isLessThan(RECOVERY);
    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM fact_history", 0)).isZero();
    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM dead_letter", 0)).isZero();
  }

  /** Publishes under load, again and again where the log does not answer, as importers do. */
  private Mono<Void> publishing() {
    return Flux.range(0, SLICES)
        .delayElements(Duration.ofMillis(50))
        .concatMap(
            i ->
                STAGE
                    .publisher()
                    .publish(SampleSlices.of(organization, "acc" + i % 5, i, i + 1, ROWS, 1))
                    .retryWhen(Retry.fixedDelay(100, Duration.ofMillis(300))))
        .then();
  }

  private interface Blow {
    void to(EmbeddedService service);
  }
}
