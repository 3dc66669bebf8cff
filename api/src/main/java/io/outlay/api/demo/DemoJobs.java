package io.outlay.api.demo;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.sync.AdAccountSyncs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest sync of each of a company's accounts. */
final class DemoJobs {

  private static final JobFilter SYNCS = new JobFilter(Set.of(AdAccountSyncs.KIND), Set.of());
  private static final int AT_ONCE = 4;

  private final Jobs jobs;

  DemoJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  /** In the order of the accounts; empty where an account waits for its first. */
  Mono<List<Optional<Job>>> newest(List<PlatformAccess> accounts) {
    return Flux.fromIterable(accounts).flatMapSequential(this::newest, AT_ONCE).collectList();
  }

  private Mono<Optional<Job>> newest(PlatformAccess access) {
    return jobs.newest(
            access.account().organization(),
            new Scope(Set.of(access.adAccountId()), null),
            SYNCS,
            null,
            1)
        .singleOrEmpty()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }
}
