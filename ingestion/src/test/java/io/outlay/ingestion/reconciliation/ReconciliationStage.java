package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.EncryptionKeys;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.domain.platform.postgres.PostgresPlatformAccesses;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.slice.SliceRecords;
import io.outlay.ingestion.sync.AdAccountConnecting;
import io.outlay.ingestion.sync.AdAccountSyncs;
import io.outlay.ingestion.sync.ConnectRequest;
import io.outlay.ingestion.sync.UsualSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The whole way from platforms over HTTP to tables: a simulator, a real PostgreSQL and Kafka, and
 * any number of processes that collect. All of them live by the simulator's clock.
 */
final class ReconciliationStage implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Between two full hours everywhere; months of days and months alone lie behind it. */
  static final Instant BEGIN = Instant.parse("2026-11-22T15:02:00Z");

  /** What a platform wants at most where it gives no hint. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

  private static final String KEYS = "test:" + Base64.getEncoder().encodeToString(new byte[32]);
  private static final List<String> FIGURES =
      List.of("fact", "fact_history", "rollup_account_day", "rollup_campaign_day");
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

  private final MigratedDatabase migrated = MigratedDatabase.create();
  private final AdPlatformSimulator simulator;
  private final CallSettings limits;
  private final Connectors connectors;
  private final PostgresPlatformAccesses accesses;
  private final PostgresJobs jobs;
  private final AdAccountConnecting connecting;
  private final AdAccountSyncs syncs;
  private final List<CollectingProcess> processes = new ArrayList<>();

  /**
   * @param campaigns of each account; fewer are cheaper, 18 have all stories
   */
  ReconciliationStage(int campaigns) {
    this(campaigns, BEGIN);
  }

  /**
   * @param begin time of all platforms at first; it goes on
   */
  ReconciliationStage(int campaigns, Instant begin) {
    this(campaigns, begin, Connectors.hasty());
  }

  /**
   * @param limits how patient processes are with platforms
   */
  ReconciliationStage(int campaigns, Instant begin, CallSettings limits) {
    long began = System.nanoTime();
    this.simulator =
        Objects.requireNonNull(
            AdPlatformSimulator.start(
                    SimulatorSettings.usual(() -> begin.plusNanos(System.nanoTime() - began))
                        .withCampaigns(campaigns))
                .block(PATIENCE));
    this.limits = limits;
    this.connectors = new Connectors(simulator, limits);
    this.accesses = accesses(migrated.database());
    this.jobs = new PostgresJobs(migrated.database());
    this.connecting =
        new AdAccountConnecting(
            connectors.platforms(), accesses, UsualSettings.DEFAULT, simulator.clock());
    this.syncs = new AdAccountSyncs(jobs, simulator.clock());
  }

  AdPlatformSimulator simulator() {
    return simulator;
  }

  MigratedDatabase migrated() {
    return migrated;
  }

  /** One more process; it does nothing before it is started. */
  CollectingProcess process() {
    CollectingProcess process =
        new CollectingProcess(
            new Connectors(simulator, limits), migrated.database(), accesses, simulator.clock());
    processes.add(process);
    return process;
  }

  OrganizationId organization() {
    return migrated.addOrganization("reconciled-" + ORGANIZATIONS.incrementAndGet());
  }

  /** Connects one account of each platform and dialect; none is due before it is asked for. */
  Map<CollectedAccount, PlatformAccess> connectAll(OrganizationId organization, LocalDate from) {
    Map<CollectedAccount, PlatformAccess> connected = new EnumMap<>(CollectedAccount.class);
    for (CollectedAccount which : CollectedAccount.values()) {
      connected.put(which, connect(organization, which, from));
    }
    return connected;
  }

  PlatformAccess connect(OrganizationId organization, PlayedAccount which, LocalDate from) {
    return connect(organization, which, from, null);
  }

  /**
   * Connects an account.
   *
   * @param rereadDays days back that are read again, daily or weekly; null for the usual
   */
  PlatformAccess connect(
      OrganizationId organization,
      PlayedAccount which,
      LocalDate from,
      @Nullable Integer rereadDays) {
    ConnectRequest request =
        new ConnectRequest(
            which.channel(),
            Long.toString(which.in(simulator).id()),
            credential(which),
            new ConnectRequest.Wishes(
                which.apiVersion(),
                which.goal(),
                null,
                null,
                rereadDays,
                rereadDays,
                null,
                from,
                null));
    PlatformAccess access =
        Objects.requireNonNull(
            connecting.connect(organization, request, Audit.none()).block(PATIENCE));
    return change(access, null);
  }

  /** Gives the account a good credential again, as a person would. */
  void reconnect(PlayedAccount which, PlatformAccess access) {
    connecting
        .change(
            again(access),
            new ConnectRequest.Wishes(null, null, null, null, null, null, null, null, null),
            credential(which),
            null,
            Audit.none())
        .block(PATIENCE);
    change(access, null);
  }

  PlatformAccess again(PlatformAccess access) {
    return Objects.requireNonNull(
        accesses.find(access.account().organization(), access.adAccountId()).block(PATIENCE));
  }

  Job submit(PlatformAccess access, @Nullable DateRange days) {
    return Objects.requireNonNull(
        syncs.submit(access, days, false, "tester", Audit.none()).block(PATIENCE));
  }

  /** What is due of all of them, side by side. */
  void syncAll(Collection<PlatformAccess> accounts) {
    List<Job> submitted = accounts.stream().map(access -> submit(access, null)).toList();
    submitted.forEach(this::succeed);
  }

  /** Fails the test where the job does not succeed. */
  void succeed(Job job) {
    Job done = await(job);
    assertThat(done.state()).as(done.errorMessage()).isEqualTo(JobState.SUCCEEDED);
  }

  /** Waits for the end of a job; where it waits for a platform, time passes faster. */
  Job await(Job job) {
    return Objects.requireNonNull(
        letWaitsPass()
            .then(jobs.find(job.organization(), Scope.EVERYTHING, job.id()))
            .repeatWhen(done -> done.delayElements(Duration.ofMillis(50)))
            .filter(Job::isFinished)
            .blockFirst(PATIENCE));
  }

  private Mono<Void> letWaitsPass() {
    return migrated
        .database()
        .asSystem()
        .update(
            "UPDATE job SET lease_until = clock_timestamp() WHERE state = 'RUNNING'"
                + " AND lease_until > clock_timestamp() + interval '4 seconds'",
            List.of())
        .onErrorReturn(0L) // while the database is away
        .filter(waiting -> waiting > 0)
        .doOnNext(waiting -> simulator.clock().advance(LONGEST_PAUSE))
        .then();
  }

  /** Fails the test where sums of a month differ from the ledger's, in facts or rollups. */
  void assertEqual(PlayedAccount which, PlatformAccess access, LocalDate from) {
    assertEqual(which, access, from, which.in(simulator).today(simulator.clock().instant()));
  }

  void assertEqual(PlayedAccount which, PlatformAccess access, LocalDate from, LocalDate to) {
    assertThat(differences(which, access, from, to)).as(which.toString()).isEmpty();
  }

  /** Where sums of a month differ from the ledger's, in facts or rollups. */
  List<String> differences(
      PlayedAccount which, PlatformAccess access, LocalDate from, LocalDate to) {
    Map<Entity, Sums> ledger = ledger(which).at(from, to, simulator.clock().instant());
    assertThat(ledger).as(which + " has figures").isNotEmpty();
    List<String> differences = new ArrayList<>();
    for (StoredSums stored : StoredSums.values()) {
      differing(stored.of(migrated.database(), access, from, to), ledger)
          .forEach(difference -> differences.add(stored + " " + difference));
    }
    return differences;
  }

  private static List<String> differing(Map<Entity, Sums> stored, Map<Entity, Sums> ledger) {
    Set<Entity> all = new TreeSet<>(ledger.keySet());
    all.addAll(stored.keySet());
    return all.stream()
        .filter(entity -> !Objects.equals(stored.get(entity), ledger.get(entity)))
        .map(entity -> entity + ": " + stored.get(entity) + " for " + ledger.get(entity))
        .toList();
  }

  LedgerSums ledger(PlayedAccount which) {
    return new LedgerSums(simulator.ledger(), which, which.in(simulator));
  }

  /** Moves the clock of all platforms and processes; it goes on from there. */
  void moveTo(Instant time) {
    simulator.clock().advance(Duration.between(simulator.clock().instant(), time));
  }

  /** The time by which the database orders what was known when. */
  Instant databaseTime() {
    return Objects.requireNonNull(
        migrated
            .database()
            .asSystem()
            .one("SELECT clock_timestamp()", List.of(), row -> row.get(0, Instant.class))
            .block(PATIENCE));
  }

  /** A number out of an account's organization. */
  long number(PlatformAccess access, String sql) {
    return Objects.requireNonNull(
        migrated
            .database()
            .inOrganization(access.account().organization())
            .one(sql, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  /** Number of rows and newest transaction of all tables of figures: the same where none moved. */
  List<Long> written() throws SQLException {
    List<Long> written = new ArrayList<>();
    try (Connection connection = migrated.superuser();
        Statement statement = connection.createStatement()) {
      for (String table : FIGURES) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM " + table)) {
          row.next();
          written.add(row.getLong(1));
          written.add(row.getLong(2));
        }
      }
    }
    return written;
  }

  /** Sets the position in the log back to its beginning and waits until it is where it was. */
  void redeliverAll() throws SQLException {
    String position = "SELECT sum(next_record)::bigint FROM log_position";
    long reached = superuser(position);
    try (Connection connection = migrated.superuser();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE log_position SET next_record = 0");
    }
    awaitMore(position, reached);
  }

  /** Waits until a number has reached another. */
  void awaitMore(String sql, long least) {
    awaitMore(sql, least, PATIENCE);
  }

  void awaitMore(String sql, long least, Duration patience) {
    Long last =
        Flux.interval(Duration.ofMillis(50))
            .onBackpressureDrop()
            .concatMap(tick -> asked(sql), 1)
            .filter(now -> now >= least)
            .blockFirst(patience);
    assertThat(last).isGreaterThanOrEqualTo(least);
  }

  /** Not on the threads of Reactor's clock, of which there are as few as processors. */
  private Mono<Long> asked(String sql) {
    return Mono.fromCallable(() -> superuser(sql)).subscribeOn(Schedulers.boundedElastic());
  }

  /** A number as one who sees everything sees it. */
  long superuser(String sql) throws SQLException {
    try (Connection connection = migrated.superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private PlatformCredential credential(PlayedAccount which) {
    return new PlatformCredential(which.secrets(simulator));
  }

  /** Leaves it to the test when the account is collected. */
  private PlatformAccess change(PlatformAccess access, @Nullable PlatformCredential credential) {
    Instant later = simulator.clock().instant().plus(Duration.ofDays(1000));
    return Objects.requireNonNull(
            accesses
                .change(
                    access.account().organization(),
                    access.adAccountId(),
                    now -> now.dueAt(later),
                    credential,
                    Audit.none())
                .block(PATIENCE))
        .after();
  }

  private static PostgresPlatformAccesses accesses(io.outlay.domain.database.Database database) {
    return new PostgresPlatformAccesses(
        database, new CredentialSafe(EncryptionKeys.parse(KEYS, "test")));
  }

  @Override
  public void close() {
    processes.forEach(CollectingProcess::close);
    connectors.close();
    simulator.close();
    SharedServices.get().deleteTopic(SliceRecords.SLICES.name());
    migrated.close();
  }
}
