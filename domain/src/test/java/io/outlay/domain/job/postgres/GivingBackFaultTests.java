package io.outlay.domain.job.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.GivingBack;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.LeaseLostException;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.EmbeddedPostgres;
import io.outlay.embedded.test.SharedServices;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A job whose worker met a database that is away waits for its return, not for its lease. */
@Isolated("stops the PostgreSQL of all")
class GivingBackFaultTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final String KIND = "GIVEN_BACK";
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresJobs JOBS = new PostgresJobs(MIGRATED.database());
  private static final PostgresJobQueue QUEUE = new PostgresJobQueue(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void isTakenUpSoonAfterTheDatabaseIsBackThoughItsLeaseIsLong() {
    OrganizationId organization = MIGRATED.addOrganization("waiting");
    Job job =
        await(JOBS.submit(organization, KIND, "{}", "tester", Scope.EVERYTHING, Audit.none()));
    JobLease lost = await(QUEUE.claim(KIND, LEASE));
    EmbeddedPostgres postgres = SharedServices.get().postgres();

    postgres.stop();
    CompletableFuture<Void> givenBack = GivingBack.of(QUEUE, lost, Duration.ZERO, LEASE).toFuture();
    Mono.delay(AWAY).block();
    assertThat(givenBack).isNotDone();
    postgres.start();

    JobLease next =
        QUEUE
            .claim(KIND, LEASE)
            .onErrorComplete() // PostgreSQL says that it starts up
            .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(100)))
            .block(RECOVERY);
    assertThat(Objects.requireNonNull(next).job().id()).isEqualTo(job.id());
    assertThat(givenBack).isCompleted();
    StepVerifier.create(GivingBack.of(QUEUE, lost, Duration.ZERO, LEASE))
        .verifyError(LeaseLostException.class);
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
