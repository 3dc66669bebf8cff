package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class WatchScheduleIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String KIND = "RISK_WATCH";
  private static final Set<String> AFTER = Set.of("USERS_SCORE");
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresWatchSchedule SCHEDULE =
      new PostgresWatchSchedule(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aLookIsAskedForOnceHoweverManyAskAndOnlyWhereThereIsAChampion() {
    OrganizationId organization = MIGRATED.addOrganization("with champion");
    OrganizationId without = MIGRATED.addOrganization("without");
    addChampion(organization);

    Flux.range(0, 3).flatMap(process -> SCHEDULE.submitDue(KIND, DAY, AFTER)).blockLast(PATIENCE);

    assertThat(looks(organization, KIND)).isEqualTo(1);
    assertThat(jobs(without)).isEmpty();

    end(KIND);
    SCHEDULE.submitDue(KIND, DAY, AFTER).block(PATIENCE);
    assertThat(looks(organization, KIND)).isEqualTo(1);
    SCHEDULE.submitDue(KIND, Duration.ZERO, AFTER).block(PATIENCE);
    assertThat(looks(organization, KIND)).isEqualTo(2);
  }

  @Test
  void aLookFollowsWorkThatGivesSomethingToLookAt() {
    OrganizationId organization = MIGRATED.addOrganization("scored");
    addChampion(organization);
    SCHEDULE.submitDue("LOOK", DAY, AFTER).block(PATIENCE);
    submit(organization, "USERS_SCORE");
    end("USERS_SCORE");

    SCHEDULE.submitDue("LOOK", DAY, AFTER).block(PATIENCE);
    assertThat(looks(organization, "LOOK")).isEqualTo(1);
    end("LOOK");
    SCHEDULE.submitDue("LOOK", DAY, AFTER).block(PATIENCE);
    assertThat(looks(organization, "LOOK")).isEqualTo(2);
    end("LOOK");
    SCHEDULE.submitDue("LOOK", DAY, AFTER).block(PATIENCE);
    assertThat(looks(organization, "LOOK")).isEqualTo(2);
  }

  private static long looks(OrganizationId organization, String kind) {
    return jobs(organization).stream().filter(job -> job.kind().equals(kind)).count();
  }

  private static void submit(OrganizationId organization, String kind) {
    new PostgresJobs(MIGRATED.database())
        .submit(organization, kind, "{}", "a test", Scope.EVERYTHING, Audit.none())
        .block(PATIENCE);
  }

  /** Ends every job of a kind that waits. */
  private static void end(String kind) {
    PostgresJobQueue queue = new PostgresJobQueue(MIGRATED.database());
    queue
        .claim(kind, DAY)
        .flatMap(lease -> queue.succeed(lease, new JobProgress(1, 1L)).thenReturn(true))
        .repeat(10)
        .blockLast(PATIENCE);
  }

  private static void addChampion(OrganizationId organization) {
    new PostgresRiskModels(MIGRATED.database())
        .register(
            organization,
            new NewRiskModel(
                RiskKind.CHURN,
                ModelOrigin.TRAINED,
                List.of(),
                null,
                "{}",
                null,
                "{}",
                "# Card",
                List.of(),
                null,
                "a test"),
            Audit.none())
        .block(PATIENCE);
  }

  private static List<Job> jobs(OrganizationId organization) {
    return Objects.requireNonNull(
        new PostgresJobs(MIGRATED.database())
            .newest(organization, Scope.EVERYTHING, JobFilter.ALL, null, 10)
            .collectList()
            .block(PATIENCE));
  }
}
