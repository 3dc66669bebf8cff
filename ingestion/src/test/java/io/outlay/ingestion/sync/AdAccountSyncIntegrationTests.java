package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts from connecting to facts: which days are read when, in turns, by several processes. */
class AdAccountSyncIntegrationTests extends SyncStage {

  @Test
  void aConnectedAccountIsReadWithoutBeingAskedNewestDaysFirst() {
    platform.spend.put(TODAY.minusDays(3), 0L);
    PlatformAccess access = workplace.connectDue(organization, "act_1", TODAY.minusDays(39));
    workplace.start();

    awaitNumber("SELECT count(*) FROM job WHERE state = 'SUCCEEDED'", 1);

    assertThat(workplace.number(organization, SPEND)).isEqualTo(39_000_000);
    assertThat(workplace.number(organization, "SELECT count(*) FROM slice WHERE source = 'api'"))
        .isEqualTo(40);
    assertThat(platform.asked.stream().map(request -> request.days().to()).distinct())
        .containsExactly(TODAY, TODAY.minusDays(15), TODAY.minusDays(30));
    Completeness completeness = completeness(access);
    assertThat(completeness.completeUntil()).isEqualTo(TODAY.minusDays(1));
    assertThat(completeness.gaps()).isEmpty();
    assertThat(completeness.freshAt()).isEqualTo(SyncWorkplace.NOW);
    assertThat(completeness.provisionalFrom()).isNotNull();
  }

  @Test
  void progressIsToldInDays() {
    Job job = connectAndSync("act_2", 39);

    assertThat(job.state()).as(job.errorMessage()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.done()).isEqualTo(40);
    assertThat(job.total()).isEqualTo(40);
  }

  @Test
  void anHourLaterOnlyTheCurrentDaysAreAskedForAndReplaced() {
    PlatformAccess access = workplace.connect(organization, "act_3", TODAY.minusDays(39));
    workplace.start();
    workplace.sync(access);
    platform.asked.clear();
    platform.spend.put(TODAY, 5_000_000L);
    workplace.now = SyncWorkplace.NOW.plus(Duration.ofHours(1));

    workplace.sync(access);

    assertThat(platform.asked)
        .containsExactly(
            new ReportRequest(
                View.DELIVERY, new DateRange(TODAY.minusDays(1), TODAY), PeriodLength.DAY));
    assertThat(workplace.number(organization, SPEND)).isEqualTo(44_000_000);
  }

  @Test
  void accountsTakeTurnsSoThatNoneWaitsForAnothersWholeHistory() {
    try (SyncWorkplace one = new SyncWorkplace(database.database(), platform, 1, Duration.ZERO)) {
      Job first = one.submit(one.connect(organization, "act_a", TODAY.minusDays(39)), null, false);
      Job second = one.submit(one.connect(organization, "act_b", TODAY.minusDays(39)), null, false);
      one.start();

      assertThat(one.await(first).done()).isEqualTo(40);
      assertThat(one.await(second).done()).isEqualTo(40);

      List<String> turns = new ArrayList<>();
      for (Slice slice : one.published) {
        String account = slice.key().account().externalId();
        if (turns.isEmpty() || !turns.getLast().equals(account)) {
          turns.add(account);
        }
      }
      assertThat(turns).containsExactly("act_a", "act_b", "act_a", "act_b", "act_a", "act_b");
      assertThat(one.number(organization, "SELECT max(lease_number) FROM job")).isEqualTo(4);
    }
  }

  @Test
  void aRunGoesOnWhereAKilledOneStopped() {
    PlatformAccess access = workplace.connect(organization, "act_4", TODAY.minusDays(74));
    platform.reachable = 3;
    workplace.start();
    Job job = workplace.submit(access, null, false);
    awaitNumber("SELECT count(*) FROM period_fetch", 45);
    workplace.close();
    platform.reachable = Integer.MAX_VALUE;

    try (SyncWorkplace other = new SyncWorkplace(database.database(), platform)) {
      other.start();
      assertThat(other.await(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    assertThat(workplace.number(organization, SPEND)).isEqualTo(75_000_000);
    // What was on its way when a run was given up may be asked for again; what was stored is not.
    List<ReportRequest> asked = List.copyOf(platform.asked);
    assertThat(asked.subList(3, asked.size())).doesNotContainAnyElementsOf(asked.subList(0, 3));
    assertThat(Set.copyOf(asked)).hasSize(5);
  }

  @Test
  void severalProcessesShareAccountsAndNeverAnAccount() {
    platform.mostDays = 5;
    List<PlatformAccess> accounts =
        List.of("act_5", "act_6", "act_7").stream()
            .map(id -> workplace.connect(organization, id, TODAY.minusDays(19)))
            .toList();
    try (SyncWorkplace other = new SyncWorkplace(database.database(), platform)) {
      workplace.start();
      other.start();
      List<Job> jobs =
          accounts.stream().map(account -> workplace.submit(account, null, false)).toList();
      jobs.forEach(job -> assertThat(workplace.await(job).state()).isEqualTo(JobState.SUCCEEDED));
    }

    assertThat(workplace.number(organization, SPEND)).isEqualTo(60_000_000);
    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM job a JOIN job b ON a.exclusion = b.exclusion AND a.job_id <"
                    + " b.job_id AND a.finished_at > b.started_at"))
        .isZero();
  }
}
