package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Platforms that misbehave for a while during a sync of days whose figures have moved: whatever
 * happens, what is stored of a day is what the platform said before or says now, and in the end all
 * equals the ledger.
 */
@ResourceLock("slice log")
class PlatformFaultTests {

  private static final int MOST_SYNCS = 5;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate FROM = TODAY.minusDays(2);
  private static final LocalDate TO = TODAY.minusDays(1);
  private static final Duration SLOW = Duration.ofMillis(200);
  private static final Duration SKEW = Duration.ofHours(26);
  private static final Set<FaultKind> RUNS =
      EnumSet.of(FaultKind.HALF_RUN, FaultKind.FAILED_RUN, FaultKind.SKIPPED_RUN);

  /** The platform's clock is off, or time passes while it wants no requests. */
  private static final Set<FaultKind> TELLS_OF_ANOTHER_TIME =
      EnumSet.of(
          FaultKind.CLOCK_SKEW,
          FaultKind.TOO_MANY_REQUESTS,
          FaultKind.TOO_MANY_REQUESTS_WITHOUT_HINT);

  private static ReconciliationStage stage;
  private static Map<CollectedAccount, PlatformAccess> accounts;

  @BeforeAll
  static void collect() {
    stage = new ReconciliationStage(3);
    stage.process().start();
    accounts = stage.connectAll(stage.organization(), FROM);
    stage.syncAll(accounts);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @AfterEach
  void clearFaults() {
    stage.simulator().faults().clear();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultThatLastsAWhileLeavesNoTrace(FaultKind kind) {
    Instant before = stage.simulator().clock().instant();
    stage.simulator().clock().advance(Duration.ofHours(5));
    accounts.forEach(PlatformFaultTests::connectAgain);
    spoil(kind);

    Map<CollectedAccount, Job> jobs = new EnumMap<>(CollectedAccount.class);
    accounts.forEach((which, access) -> jobs.put(which, submit(access)));
    jobs.replaceAll((which, job) -> stage.await(job));

    if (!TELLS_OF_ANOTHER_TIME.contains(kind)) {
      accounts.forEach((which, access) -> assertOldOrNew(which, access, before));
    }
    stage.simulator().faults().clear();
    accounts.forEach((which, access) -> succeedInTheEnd(which, access, jobs.get(which), kind));
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM, TO));
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedCredentialStopsTheAccountUntilItIsGivenANewOne(CollectedAccount which) {
    PlatformAccess access = accounts.get(which);
    connectAgain(which, access);
    stage.simulator().clock().advance(Duration.ofHours(5));
    add(Fault.of(FaultKind.REVOKED_TOKEN, which.platform(), Fault.UNTIL_CLEARED));

    Job stopped = stage.await(submit(access));

    assertThat(stopped.errorCode()).isEqualTo("CREDENTIAL_REFUSED");
    assertThat(stage.again(access).state()).isEqualTo(AccessState.CREDENTIAL_REFUSED);
    assertThat(stage.again(access).stateDetail()).isNotBlank().isEqualTo(stopped.errorMessage());
    stage.simulator().faults().clear();
    stage.reconnect(which, access);
    stage.succeed(submit(access));
    stage.assertEqual(which, access, FROM, TO);
  }

  /** Calls about each account, the next ones; runs begin only where an answer is too large. */
  private static void spoil(FaultKind kind) {
    boolean isOfRuns = RUNS.contains(kind);
    for (CollectedAccount which : isOfRuns ? Set.of(CollectedAccount.META) : accounts.keySet()) {
      String id = Long.toString(which.in(stage.simulator()).id());
      if (isOfRuns) {
        add(Fault.of(FaultKind.TOO_MUCH_DATA, which.platform(), Fault.UNTIL_CLEARED));
      }
      Duration length = kind == FaultKind.CLOCK_SKEW ? SKEW : SLOW;
      add(Fault.of(kind, which.platform(), calls(kind)).forAccount(id).lasting(length));
    }
  }

  /** As many as a call has tries and one more; fewer of what takes its time or lasts by itself. */
  private static int calls(FaultKind kind) {
    return switch (kind) {
      case HALF_RUN -> 1;
      case HANGING, TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITHOUT_HINT, FAILED_RUN, SKIPPED_RUN -> 2;
      default -> 4;
    };
  }

  private static void add(Fault fault) {
    stage.simulator().faults().add(fault);
  }

  private static Job submit(PlatformAccess access) {
    return stage.submit(access, new DateRange(FROM, TO));
  }

  private static void connectAgain(CollectedAccount which, PlatformAccess access) {
    if (stage.again(access).state() != AccessState.CONNECTED) {
      stage.reconnect(which, access);
    }
  }

  /** As the next syncs of the hour would, and a person where the platform wants one. */
  private static void succeedInTheEnd(
      CollectedAccount which, PlatformAccess access, Job first, FaultKind kind) {
    Job job = TELLS_OF_ANOTHER_TIME.contains(kind) ? again(which, access) : first;
    for (int tried = 1; job.state() != JobState.SUCCEEDED && tried < MOST_SYNCS; tried++) {
      job = again(which, access);
    }
    assertThat(job.state()).as(which + ": " + job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
  }

  private static Job again(CollectedAccount which, PlatformAccess access) {
    connectAgain(which, access);
    return stage.await(submit(access));
  }

  private static void assertOldOrNew(
      CollectedAccount which, PlatformAccess access, Instant before) {
    Instant now = stage.simulator().clock().instant();
    for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
      assertThat(StoredSums.FACTS.of(stage.migrated().database(), access, day, day))
          .as(which + " on " + day)
          .isIn(stage.ledger(which).at(day, day, before), stage.ledger(which).at(day, day, now));
    }
  }
}
