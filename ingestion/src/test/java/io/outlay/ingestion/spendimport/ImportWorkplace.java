package io.outlay.ingestion.spendimport;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.postgres.PostgresSliceReceipts;
import io.outlay.domain.performance.postgres.PostgresSliceSequence;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.domain.spendimport.postgres.PostgresImportTargets;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.slice.SlicePublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One process' imports over a real database. */
final class ImportWorkplace implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  final Queue<Slice> published = new ConcurrentLinkedQueue<>();
  final RawInputs rawInputs;
  final SpendImports imports;
  private final Database database;
  private final PostgresJobs jobs;
  private final SpendImportWorker worker;

  /** Slices are applied as soon as they are published. */
  ImportWorkplace(Database database, Path workFolder) {
    this(database, workFolder, Long.MAX_VALUE);
  }

  /**
   * Slices are applied as soon as they are published.
   *
   * @param reachable slices after which the log answers no more
   */
  ImportWorkplace(Database database, Path workFolder, long reachable) {
    this(database, workFolder, applying(new PostgresSlices(database)), reachable);
  }

  ImportWorkplace(Database database, Path workFolder, SlicePublisher publisher, long reachable) {
    this.database = database;
    this.jobs = new PostgresJobs(database);
    this.rawInputs =
        new RawInputs(
            new PostgresRawInputs(database),
            new RawInputSettings(1 << 24, Duration.ofDays(1)),
            Schedulers.boundedElastic());
    this.imports = new SpendImports(jobs, rawInputs);
    this.worker =
        new SpendImportWorker(
            new SpendImportTools(
                new PostgresJobQueue(database),
                rawInputs,
                new PostgresImportTargets(database),
                counting(publisher, reachable),
                new PostgresSliceReceipts(database),
                new PostgresSliceSequence(database),
                1),
            new SpendImportSettings(workFolder, 1, LEASE, PAUSE));
  }

  void start() {
    worker.start();
  }

  RawInput upload(OrganizationId organization, String text) {
    Flux<ByteBuffer> bytes = Flux.just(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return Objects.requireNonNull(
        rawInputs.store(organization, "spend.csv", bytes).block(PATIENCE));
  }

  Job submit(OrganizationId organization, SpendImportRequest request) {
    return Objects.requireNonNull(
        imports
            .submit(organization, "tester", Scope.EVERYTHING, request, Audit.none())
            .block(PATIENCE));
  }

  /** Submits and waits for the end. */
  Job run(OrganizationId organization, SpendImportRequest request) {
    return await(submit(organization, request));
  }

  Job await(Job job) {
    return Objects.requireNonNull(
        find(job)
            .repeatWhen(done -> done.delayElements(PAUSE))
            .filter(Job::isFinished)
            .blockFirst(PATIENCE));
  }

  Mono<Job> find(Job job) {
    return jobs.find(job.organization(), Scope.EVERYTHING, job.id());
  }

  long number(OrganizationId organization, String sql) {
    return Objects.requireNonNull(
        database
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  @Override
  public void close() {
    worker.close();
  }

  private SlicePublisher counting(SlicePublisher publisher, long reachable) {
    return slice -> {
      if (published.size() >= reachable) {
        return Mono.never();
      }
      published.add(slice);
      return publisher.publish(slice);
    };
  }

  private static SlicePublisher applying(PostgresSlices slices) {
    return slice ->
        slices
            .replace(slice.key().account().organization(), List.of(TextSlice.of(slice)), List.of())
            .then();
  }
}
