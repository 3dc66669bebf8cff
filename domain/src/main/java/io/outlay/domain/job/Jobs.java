package io.outlay.domain.job;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization's jobs, to be looked at and asked for. */
public interface Jobs {

  /**
   * Stores a job for good; some process takes it up at once or later.
   *
   * @param request what is asked, as JSON
   * @param requestedBy who asks, for people
   * @param audit what to write down in the same transaction
   */
  Mono<Job> submit(
      OrganizationId organization,
      String kind,
      String request,
      String requestedBy,
      Audit<Job> audit);

  /** The job; empty when the organization has none of this id. */
  Mono<Job> find(OrganizationId organization, long id);

  /**
   * Jobs, newest first.
   *
   * @param before jobs older than the job of this id; null from the newest on
   * @param limit at most so many
   */
  Flux<Job> newest(OrganizationId organization, JobFilter filter, @Nullable Long before, int limit);

  /** Number of jobs that match. */
  Mono<Long> count(OrganizationId organization, JobFilter filter);
}
