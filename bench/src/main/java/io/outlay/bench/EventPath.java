package io.outlay.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.JobWorker;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.domain.userevent.postgres.PostgresUserEvents;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.slice.SliceRecords;
import io.outlay.ingestion.spendimport.WorkFolders;
import io.outlay.ingestion.userevent.EventReader;
import io.outlay.ingestion.userevent.EventsImportRequest;
import io.outlay.ingestion.userevent.EventsImportRun;
import io.outlay.ingestion.userevent.EventsImportTools;
import io.outlay.ingestion.userevent.EventsImports;
import io.outlay.ingestion.userevent.UserEventRecords;
import io.outlay.ingestion.userevent.UserEventSink;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The server's own ways of events: a file's job, and Kafka with its sink. */
final class EventPath implements AutoCloseable {

  private static final int ON_THEIR_WAY = 256;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Scheduler scheduler = Schedulers.newBoundedElastic(4, 1_000, "event-load");
  private final PostgresJobs jobs;
  private final RawInputs rawInputs;
  private final RecordLog log;
  private final UserEventSink sink;
  private final JobWorker worker;

  EventPath(Database database, String bootstrapServers, Path folder) {
    Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    EventReader reader = new EventReader(pseudonyms, Clock.systemUTC());
    UserEvents events =
        new PostgresUserEvents(database, pseudonyms, EventRetention.USUAL, Clock.systemUTC());
    PostgresJobQueue queue = new PostgresJobQueue(database);
    this.jobs = new PostgresJobs(database);
    this.rawInputs =
        new RawInputs(
            new PostgresRawInputs(database),
            new RawInputSettings(1L << 31, Duration.ofDays(1)),
            scheduler);
    EventsImportTools tools =
        new EventsImportTools(
            queue, rawInputs, events, reader, new WorkFolders(folder.resolve("work")), scheduler);
    this.worker =
        new JobWorker(
            queue,
            EventsImports.KIND,
            (lease, progress) -> EventsImportRun.run(tools, lease, progress));
    this.log =
        new KafkaRecordLog(
            bootstrapServers,
            List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS, UserEventRecords.TOPIC));
    this.sink =
        new UserEventSink(
            log,
            events,
            new PostgresLogPositions(database),
            new PostgresDeadLetters(database),
            reader,
            new SimpleMeterRegistry());
  }

  RawInput keep(OrganizationId organization, UserEventLines lines) {
    Flux<ByteBuffer> bytes =
        Flux.fromStream(lines::lines)
            .buffer(500)
            .map(part -> ByteBuffer.wrap(UserEventLines.bytes(String.join("", part))));
    return Objects.requireNonNull(
        rawInputs.store(organization, "events.ndjson", bytes).block(LONGEST));
  }

  void importFile(RawInput kept) {
    EventsImportRequest request =
        new EventsImportRequest(kept.id(), null, "recordedAt", null, false);
    Job asked =
        Objects.requireNonNull(
            new EventsImports(jobs)
                .submit(kept.organization(), "bench", request, Audit.none())
                .block(LONGEST));
    worker.start();
    Job ended =
        Flux.interval(LOOK_EVERY)
            .onBackpressureDrop()
            .concatMap(tick -> jobs.find(kept.organization(), Scope.EVERYTHING, asked.id()), 1)
            .filter(Job::isFinished)
            .blockFirst(LONGEST);
    if (ended == null || ended.state() != JobState.SUCCEEDED) {
      throw new IllegalStateException("the import ended badly: " + ended);
    }
  }

  /** Waits until the log has every event. */
  void publish(OrganizationId organization, UserEventLines lines) {
    Map<String, String> headers = Map.of("organization", organization.toString());
    Flux.fromStream(lines::lines)
        .flatMap(
            line ->
                log.publish(
                    new NewRecord(
                        UserEventRecords.TOPIC.name(),
                        UserEventLines.key(line),
                        headers,
                        UserEventLines.bytes(line))),
            ON_THEIR_WAY)
        .blockLast(LONGEST);
  }

  void readLog() {
    sink.start();
  }

  @Override
  public void close() {
    sink.close();
    worker.close();
    log.close();
    scheduler.dispose();
  }
}
