package io.outlay.ingestion.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DeadLetter;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceReceipts.Tally;
import io.outlay.domain.performance.postgres.PostgresSliceReceipts;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Flux;

@ResourceLock("slice log")
class SliceSinkIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String SPEND = "SELECT sum(spend_micros)::bigint FROM fact";
  private static final String DEAD = "SELECT count(*) FROM dead_letter";
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final SinkStage STAGE = new SinkStage(MIGRATED.database(), log());

  private final OrganizationId organization =
      MIGRATED.addOrganization("sink-" + ORGANIZATIONS.incrementAndGet());

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
  void appliesPublishedSlicesOfManyOrganizations() {
    OrganizationId other = MIGRATED.addOrganization("sink-other");
    publish(SampleSlices.of(organization, "a", 0, 1, 10, 100));
    publish(SampleSlices.of(other, "a", 0, 2, 5, 7));

    assertThat(STAGE.awaited(organization, SPEND, 1_000)).isEqualTo(1_000);
    assertThat(STAGE.awaited(other, SPEND, 35)).isEqualTo(35);
  }

  @Test
  void countsRedeliveredAndLateSlicesOnce() {
    Slice newer = SampleSlices.of(organization, "a", 0, 9, 10, 100);
    publish(newer);
    publish(newer);
    publish(SampleSlices.of(organization, "a", 0, 8, 10, 999));
    publish(SampleSlices.of(organization, "a", 1, 10, 1, 1));

    assertThat(STAGE.awaited(organization, SPEND, 1_001)).isEqualTo(1_001);
    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM fact_history", 0)).isZero();
  }

  @Test
  void setsPoisonAsideAndAppliesTheRest() {
    publish(SampleSlices.of(organization, "a", 0, 1, 10, 100));
    publish(SampleSlices.poisonous(organization, "a", 1, 77));
    publishBytes(organization.toString(), "1", new byte[] {1, 2, 3});
    publishBytes(organization.toString(), "99", new byte[] {1, 2, 3});
    publishBytes("no number", "1", new byte[] {1, 2, 3});
    publishBytes("987654321", "1", new byte[] {1, 2, 3});
    publish(SampleSlices.of(organization, "a", "other", 0, 2, null, 1, 1));
    publish(SampleSlices.of(organization, "a", 2, 3, 10, 100));

    assertThat(STAGE.awaited(organization, SPEND, 2_000)).isEqualTo(2_000);
    assertThat(STAGE.awaited(organization, DEAD, 4)).isEqualTo(4);
    assertThat(deadLetters())
        .extracting(DeadLetter::cause)
        .containsExactlyInAnyOrder(
            DeadLetterCause.INVALID,
            DeadLetterCause.UNREADABLE,
            DeadLetterCause.UNREADABLE,
            DeadLetterCause.CONFLICT);
  }

  @Test
  void tellsTheJobWhatBecameOfItsSlices() {
    publish(SampleSlices.of(organization, "a", "file", 0, 1, 77L, 3, 100));
    publish(SampleSlices.of(organization, "a", "file", 0, 1, 77L, 3, 100));
    publish(SampleSlices.poisonous(organization, "a", 1, 77));

    STAGE.awaited(organization, "SELECT count(*) FROM slice_receipt", 2);

    Tally tally =
        Objects.requireNonNull(
            new PostgresSliceReceipts(MIGRATED.database())
                .tally(organization, 77, 1)
                .block(PATIENCE));
    assertThat(tally.applied()).isEqualTo(1);
    assertThat(tally.failed()).isEqualTo(1);
    assertThat(tally.firstFailure()).contains("refuses");
  }

  @Test
  void replaysADeadLetterOnceItsCauseIsGone() {
    publish(SampleSlices.of(organization, "a", "first", 0, 1, null, 1, 5));
    publish(SampleSlices.of(organization, "a", "second", 0, 2, null, 1, 7));
    assertThat(STAGE.awaited(organization, DEAD, 1)).isEqualTo(1);
    MIGRATED
        .database()
        .inOrganization(organization)
        .update(
            "UPDATE slice SET superseded_sequence = 1 WHERE organization_id = $1",
            List.of(organization.value()))
        .block(PATIENCE);

    DeadLetter replayed =
        Objects.requireNonNull(
            new DeadLetterReplay(STAGE.deadLetters(), STAGE.log())
                .replay(organization, Scope.EVERYTHING, deadLetters().getFirst().id(), Audit.none())
                .block(PATIENCE));

    assertThat(replayed.replayedAt()).isNotNull();
    assertThat(STAGE.awaited(organization, SPEND, 12)).isEqualTo(12);
  }

  @Test
  void appliesSlicesTooLargeForARecordByReference() {
    int rows = 120_000;
    Slice large = IncompressibleSlice.of(organization, rows);
    publish(large);

    assertThat(STAGE.awaited(organization, "SELECT count(*) FROM fact", rows)).isEqualTo(rows);
    assertThat(STAGE.number(organization, "SELECT count(*) FROM large_slice").block(PATIENCE))
        .isGreaterThan(1);
  }

  @Test
  void losesAndDoublesNothingWhenSinksComeAndGo() {
    Flux<Void> publishing =
        Flux.range(0, 150)
            .concatMap(
                i ->
                    STAGE
                        .publisher()
                        .publish(SampleSlices.of(organization, "acc" + i % 7, i, 100 + i, 20, 1)));
    var published = publishing.then().toFuture();

    try (Database elsewhere = MIGRATED.anotherProcess();
        SinkStage second = new SinkStage(elsewhere, log())) {
      second.start();
      STAGE.awaited(organization, SPEND, 1_000, Duration.ofSeconds(3));
    }
    published.join();

    assertThat(STAGE.awaited(organization, SPEND, 3_000)).isEqualTo(3_000);
    assertThat(
            STAGE.awaited(
                organization, "SELECT sum(spend_micros)::bigint FROM rollup_account_day", 3_000))
        .isEqualTo(3_000);
  }

  private static KafkaRecordLog log() {
    return new KafkaRecordLog(
        SharedServices.get().kafka().bootstrapServers(),
        List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS));
  }

  private static void publish(Slice slice) {
    STAGE.publisher().publish(slice).block(PATIENCE);
  }

  private static void publishBytes(String organization, String version, byte[] bytes) {
    Map<String, String> headers =
        Map.of(SliceRecords.ORGANIZATION, organization, SliceRecords.SCHEMA_VERSION, version);
    STAGE
        .log()
        .publish(new NewRecord(SliceRecords.SLICES.name(), "key", headers, bytes))
        .block(PATIENCE);
  }

  private List<DeadLetter> deadLetters() {
    return Objects.requireNonNull(
        STAGE
            .deadLetters()
            .newest(organization, Scope.EVERYTHING, null, null, 50)
            .collectList()
            .block(PATIENCE));
  }
}
