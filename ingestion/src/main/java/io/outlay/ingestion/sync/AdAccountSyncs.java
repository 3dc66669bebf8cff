package io.outlay.ingestion.sync;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.job.NewJob;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks for syncs. */
public final class AdAccountSyncs {

  /** Kind of the jobs that collect an ad account. */
  public static final String KIND = "AD_ACCOUNT_SYNC";

  private final Jobs jobs;
  private final InstantSource clock;

  /** Uses the given jobs. */
  public AdAccountSyncs(Jobs jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Stores a sync as a job; some process does it, one of an account at a time. Errors with {@link
   * Conflict} when the account is not connected and the platform would have to be asked.
   *
   * @param days days that are wanted, whether due or not; null for what is due
   * @param fromKept whether kept answers are read again instead of asking the platform
   * @param actor who asks, for people
   */
  public Mono<Job> submit(
      PlatformAccess access,
      @Nullable DateRange days,
      boolean fromKept,
      String actor,
      Audit<Job> audit) {
    if (access.state() != AccessState.CONNECTED && !fromKept) {
      return Mono.error(
          new Conflict("The ad account is not connected: its state is " + access.state() + "."));
    }
    SyncRequest request =
        new SyncRequest(
            access.adAccountId(),
            clock.instant(),
            days == null ? null : days.from(),
            days == null ? null : days.to(),
            fromKept);
    return jobs.submit(
        new NewJob(
            access.account().organization(),
            KIND,
            Long.toString(access.adAccountId()),
            request.toJson(),
            actor,
            new Scope(Set.of(access.adAccountId()), null)),
        audit);
  }
}
