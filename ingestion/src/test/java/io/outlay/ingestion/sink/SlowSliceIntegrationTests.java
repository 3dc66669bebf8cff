package io.outlay.ingestion.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.Slices;
import io.outlay.domain.performance.SlicesTooSlow;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A slice the database never gets done with is set aside alone; the stream goes on. */
@ResourceLock("slice log")
class SlowSliceIntegrationTests {

  private static final String SLOW = "slow";
  private static final int DAYS = 6;
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final TooSlow SLICES = new TooSlow(new PostgresSlices(MIGRATED.database()));
  private static final SinkStage STAGE =
      new SinkStage(
          MIGRATED.database(),
          new KafkaRecordLog(
              SharedServices.get().kafka().bootstrapServers(),
              List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS)),
          SLICES);

  private final OrganizationId organization = MIGRATED.addOrganization("slow");

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
  void isSetAsideWithItsCauseAfterAFewTries() {
    Flux.range(0, DAYS)
        .concatMap(
            day ->
                STAGE
                    .publisher()
                    .publish(
                        SampleSlices.of(organization, day == 2 ? SLOW : "quick", day, 1, 3, 5)))
        .blockLast();

    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM dead_letter", 1)).isOne();
    assertThat(
            STAGE.awaited(
                organization, "SELECT count(*) FROM dead_letter WHERE cause_code = 'TOO_SLOW'", 1))
        .isOne();
    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM slice", DAYS - 1))
        .isEqualTo(DAYS - 1);
    assertThat(SLICES.alone()).isBetween(3, 5);
  }

  /** The real thing, but that its statements over one account's slices run too long. */
  private static final class TooSlow implements Slices {

    private final Slices slices;
    private final AtomicInteger alone = new AtomicInteger();

    TooSlow(Slices slices) {
      this.slices = slices;
    }

    int alone() {
      return alone.get();
    }

    @Override
    public Mono<Replaced> replace(
        OrganizationId organization,
        List<TextSlice> some,
        List<LogPosition> moves,
        Mono<Void> turn) {
      boolean isSlow =
          some.stream().anyMatch(one -> one.head().key().account().externalId().equals(SLOW));
      return isSlow
          ? turn.then(Mono.error(() -> ended(some.size())))
          : slices.replace(organization, some, moves, turn);
    }

    private SlicesTooSlow ended(int slicesAtOnce) {
      if (slicesAtOnce == 1) {
        alone.incrementAndGet();
      }
      return new SlicesTooSlow(new TimeoutException("canceling statement due to timeout"));
    }
  }
}
