package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.job.Job;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One account of each platform and dialect through each fault; {@link FaultRun} has all twelve. */
@ResourceLock("slice log")
class PlatformFaultTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate FROM = TODAY.minusDays(2);
  private static final LocalDate TO = TODAY.minusDays(1);

  private static ReconciliationStage stage;
  private static Map<CollectedAccount, PlatformAccess> accounts;
  private static FaultTrial trial;

  @BeforeAll
  static void collect() {
    stage = new ReconciliationStage(3);
    stage.process().start();
    accounts = stage.connectAll(stage.organization(), FROM);
    stage.syncAll(accounts.values());
    trial = new FaultTrial(stage, accounts, new DateRange(FROM, TO));
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
    assertThat(trial.run(kind)).allSatisfy((which, wrong) -> assertThat(wrong).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedCredentialStopsTheAccountUntilItIsGivenANewOne(CollectedAccount which) {
    PlatformAccess access = accounts.get(which);
    trial.connectAgain(which, access);
    stage.simulator().clock().advance(Duration.ofHours(5));
    stage
        .simulator()
        .faults()
        .add(Fault.of(FaultKind.REVOKED_TOKEN, which.platform(), Fault.UNTIL_CLEARED));

    Job stopped = stage.await(submit(access));

    assertThat(stopped.errorCode()).isEqualTo("CREDENTIAL_REFUSED");
    assertThat(stage.again(access).state()).isEqualTo(AccessState.CREDENTIAL_REFUSED);
    assertThat(stage.again(access).stateDetail()).isNotBlank().isEqualTo(stopped.errorMessage());
    stage.simulator().faults().clear();
    stage.reconnect(which, access);
    stage.succeed(submit(access));
    stage.assertEqual(which, access, FROM, TO);
  }

  private static Job submit(PlatformAccess access) {
    return stage.submit(access, new DateRange(FROM, TO));
  }
}
