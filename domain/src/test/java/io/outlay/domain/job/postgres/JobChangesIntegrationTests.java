package io.outlay.domain.job.postgres;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class JobChangesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Notifications NOTIFICATIONS = new Notifications(MIGRATED.database());
  private static final PostgresJobs JOBS = new PostgresJobs(MIGRATED.database());
  private static final PostgresJobQueue QUEUE = new PostgresJobQueue(MIGRATED.database());

  @AfterAll
  static void close() {
    NOTIFICATIONS.close();
    MIGRATED.close();
  }

  @Test
  void tellsAtOnceWhoeverMovesTheJobAndNobodyElsesJobs() {
    NOTIFICATIONS.start();
    OrganizationId organization = MIGRATED.addOrganization("moving");
    Job watched = submit(organization, "WATCHED");
    submit(organization, "OTHER");
    AnnouncedJobChanges changes = new AnnouncedJobChanges(NOTIFICATIONS);
    Mono.defer(() -> Mono.just(NOTIFICATIONS.isCurrent()))
        .filter(current -> current)
        .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(20)))
        .block(PATIENCE);

    StepVerifier.create(changes.of(organization, watched.id()))
        .expectNext(watched.id())
        .then(() -> claim("OTHER"))
        .expectNoEvent(Duration.ofMillis(500))
        .then(() -> advance(claim("WATCHED"), 3))
        .expectNextCount(2)
        .thenCancel()
        .verify(Duration.ofSeconds(5)); // well before the look that would come anyway
    changes.close();
  }

  @Test
  void looksByItselfWhileNothingIsHeard() {
    AnnouncedJobChanges deaf = new AnnouncedJobChanges(new Notifications(MIGRATED.database()));
    StepVerifier.create(deaf.of(new OrganizationId(1), 7))
        .expectNext(7L, 7L, 7L)
        .thenCancel()
        .verify(Duration.ofSeconds(5));
  }

  private static Job submit(OrganizationId organization, String kind) {
    return await(JOBS.submit(organization, kind, "{}", "tester", Scope.EVERYTHING, Audit.none()));
  }

  private static JobLease claim(String kind) {
    return await(QUEUE.claim(kind, Duration.ofMinutes(1)));
  }

  private static void advance(JobLease lease, long done) {
    QUEUE.extend(lease, Duration.ofMinutes(1), new JobProgress(done, 10L)).block(PATIENCE);
    QUEUE.extend(lease, Duration.ofMinutes(2), new JobProgress(done, 10L)).block(PATIENCE);
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
