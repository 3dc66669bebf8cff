package io.outlay.ingestion.reconciliation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLargeSlices;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSliceSequence;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.platform.postgres.PostgresAccountStructures;
import io.outlay.domain.platform.postgres.PostgresPeriodFetches;
import io.outlay.domain.platform.postgres.PostgresPlatformAccesses;
import io.outlay.domain.platform.postgres.PostgresReconciliations;
import io.outlay.domain.platform.postgres.PostgresSyncSchedule;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.domain.version.postgres.PostgresDataVersions;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.sink.SliceSink;
import io.outlay.ingestion.slice.LogSlicePublisher;
import io.outlay.ingestion.slice.SliceRecords;
import io.outlay.ingestion.sync.KeptReports;
import io.outlay.ingestion.sync.SyncSettings;
import io.outlay.ingestion.sync.SyncTools;
import io.outlay.ingestion.sync.SyncWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import reactor.core.scheduler.Schedulers;

/** All of one server that collects: connectors, worker, log and sink, with pools of their own. */
final class CollectingProcess implements AutoCloseable {

  private static final SyncSettings SETTINGS =
      new SyncSettings(
          4, 31, Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMillis(50), 50);

  private final Connectors connectors;
  private final Database database;
  private final RecordLog log;
  private final SliceSink sink;
  private final SyncWorker worker;

  CollectingProcess(
      Connectors connectors,
      Database database,
      PostgresPlatformAccesses accesses,
      InstantSource clock) {
    this.connectors = connectors;
    this.database = database;
    this.log =
        new KafkaRecordLog(
            SharedServices.get().kafka().bootstrapServers(),
            List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS));
    PostgresLargeSlices large = new PostgresLargeSlices(database);
    this.sink =
        new SliceSink(
            log,
            new PostgresSlices(database),
            new PostgresLogPositions(database),
            large,
            new PostgresDeadLetters(database),
            new PostgresDataVersions(database, new Notifications(database)),
            new SimpleMeterRegistry());
    this.worker =
        new SyncWorker(
            new SyncTools(
                connectors.platforms(),
                accesses,
                new PostgresPeriodFetches(database),
                new PostgresAccountStructures(database),
                new PostgresReconciliations(database),
                new PostgresSyncSchedule(database),
                new KeptReports(
                    new PostgresRawInputs(database),
                    new RawInputSettings(1 << 26, Duration.ofDays(1)),
                    Schedulers.boundedElastic()),
                new PostgresJobQueue(database),
                new LogSlicePublisher(log, large),
                new PostgresSliceSequence(database),
                clock,
                new SimpleMeterRegistry(),
                1),
            SETTINGS);
  }

  void start() {
    sink.start();
    worker.start();
  }

  /** Reads the log anew from where the database says. */
  void readAnew() {
    sink.start();
  }

  /** The database through this process's pools. */
  Database database() {
    return database;
  }

  /** Ends at once and says goodbye to nobody. */
  @Override
  public void close() {
    worker.close();
    sink.close();
    log.close();
    connectors.close();
  }
}
