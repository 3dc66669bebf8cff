package io.outlay.ingestion.sync;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.postgres.PostgresSliceSequence;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.EncryptionKeys;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.domain.platform.postgres.PostgresAccountStructures;
import io.outlay.domain.platform.postgres.PostgresPeriodFetches;
import io.outlay.domain.platform.postgres.PostgresPlatformAccesses;
import io.outlay.domain.platform.postgres.PostgresReconciliations;
import io.outlay.domain.platform.postgres.PostgresSyncSchedule;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.slice.SlicePublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One process that collects a test's platform into a real database. */
final class SyncWorkplace implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String KEYS = "test:" + Base64.getEncoder().encodeToString(new byte[32]);

  final Queue<Slice> published = new ConcurrentLinkedQueue<>();
  final PostgresPlatformAccesses accesses;
  final PostgresPeriodFetches fetches;
  final PostgresReconciliations reconciliations;
  final AdAccountConnecting connecting;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  volatile Instant now = NOW;
  private final Database database;
  private final FakePlatform platform;
  private final PostgresJobs jobs;
  private final AdAccountSyncs syncs;
  private final SyncWorker worker;

  SyncWorkplace(Database database, FakePlatform platform) {
    this(database, platform, 4, Duration.ofSeconds(30));
  }

  SyncWorkplace(Database database, FakePlatform platform, int parallel, Duration turn) {
    this.database = database;
    this.platform = platform;
    this.jobs = new PostgresJobs(database);
    this.accesses =
        new PostgresPlatformAccesses(
            database, new CredentialSafe(EncryptionKeys.parse(KEYS, "test")));
    this.fetches = new PostgresPeriodFetches(database);
    this.reconciliations = new PostgresReconciliations(database);
    Platforms platforms = new Platforms(List.of(platform));
    this.connecting =
        new AdAccountConnecting(platforms, accesses, UsualSettings.DEFAULT, () -> now);
    this.syncs = new AdAccountSyncs(jobs, () -> now);
    this.worker =
        new SyncWorker(
            tools(platforms),
            new SyncSettings(parallel, 15, turn, Duration.ofSeconds(3), PAUSE, 5));
  }

  private SyncTools tools(Platforms platforms) {
    return new SyncTools(
        platforms,
        accesses,
        fetches,
        new PostgresAccountStructures(database),
        reconciliations,
        new PostgresSyncSchedule(database),
        new KeptReports(
            new PostgresRawInputs(database),
            new RawInputSettings(1 << 24, Duration.ofDays(1)),
            Schedulers.boundedElastic()),
        new PostgresJobQueue(database),
        applying(),
        new PostgresSliceSequence(database),
        () -> now,
        registry,
        1);
  }

  void start() {
    worker.start();
  }

  PlatformAccess connect(
      OrganizationId organization, String externalId, ConnectRequest.Wishes wishes) {
    return Objects.requireNonNull(
        connecting
            .connect(
                organization,
                new ConnectRequest(
                    FakePlatform.CHANNEL,
                    externalId,
                    new PlatformCredential(Map.of("accessToken", FakePlatform.SECRET)),
                    wishes),
                Audit.none())
            .block(PATIENCE));
  }

  PlatformAccess connectDue(OrganizationId organization, String externalId, LocalDate from) {
    return connect(organization, externalId, wishes(from, ConversionKind.INSTALL, null));
  }

  /** Connects and is not due before it is asked for; planned failures are left for later. */
  PlatformAccess connect(OrganizationId organization, String externalId, LocalDate from) {
    List<io.outlay.ingestion.platform.PlatformFailure> planned = List.copyOf(platform.failures);
    platform.failures.clear();
    PlatformAccess access = connectDue(organization, externalId, from);
    platform.failures.addAll(planned);
    return Objects.requireNonNull(
            accesses
                .change(
                    organization,
                    access.adAccountId(),
                    now -> now.dueAt(NOW.plus(Duration.ofDays(300))),
                    null,
                    Audit.none())
                .block(PATIENCE))
        .after();
  }

  static ConnectRequest.Wishes wishes(
      @Nullable LocalDate from, @Nullable ConversionKind goal, @Nullable Boolean takesOver) {
    return new ConnectRequest.Wishes(null, goal, null, null, null, null, null, from, takesOver);
  }

  Job submit(PlatformAccess access, @Nullable DateRange days, boolean fromKept) {
    return Objects.requireNonNull(
        syncs.submit(access, days, fromKept, "tester", Audit.none()).block(PATIENCE));
  }

  Job sync(PlatformAccess access) {
    return await(submit(access, null, false));
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

  PlatformAccess again(PlatformAccess access) {
    return Objects.requireNonNull(
        accesses.find(access.account().organization(), access.adAccountId()).block(PATIENCE));
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

  private SlicePublisher applying() {
    PostgresSlices slices = new PostgresSlices(database);
    return slice -> {
      published.add(slice);
      return slices
          .replace(slice.key().account().organization(), List.of(TextSlice.of(slice)), List.of())
          .then();
    };
  }
}
