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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class WatchScheduleIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String KIND = "RISK_WATCH";
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

    Long stored =
        Flux.range(0, 3)
            .flatMap(process -> SCHEDULE.submitDue(KIND, DAY))
            .reduce(0L, Long::sum)
            .block(PATIENCE);

    assertThat(stored).isEqualTo(1);
    assertThat(jobs(organization)).hasSize(1);
    assertThat(jobs(without)).isEmpty();

    PostgresJobQueue queue = new PostgresJobQueue(MIGRATED.database());
    queue
        .claim(KIND, DAY)
        .flatMap(lease -> queue.succeed(lease, new JobProgress(1, 1L)))
        .block(PATIENCE);
    assertThat(SCHEDULE.submitDue(KIND, DAY).block(PATIENCE)).isZero();
    assertThat(SCHEDULE.submitDue(KIND, Duration.ZERO).block(PATIENCE)).isEqualTo(1);
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
