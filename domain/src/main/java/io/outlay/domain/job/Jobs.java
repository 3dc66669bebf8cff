package io.outlay.domain.job;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization's jobs, to be looked at and asked for. */
public interface Jobs {

  /**
   * Stores a job for good; some process takes it up at once or later.
   *
   * @param audit what to write down in the same transaction
   */
  Mono<Job> submit(NewJob job, Audit<Job> audit);

  /**
   * Stores a job that excludes all others of its kind in the organization; see {@link NewJob} for
   * the rest.
   */
  default Mono<Job> submit(
      OrganizationId organization,
      String kind,
      String request,
      String requestedBy,
      Scope scope,
      Audit<Job> audit) {
    return submit(new NewJob(organization, kind, "", request, requestedBy, scope), audit);
  }

  /**
   * Those of the jobs that may be seen, in no order: a limited token sees the jobs of tokens that
   * reach no farther than itself, and those that speak only of accounts it may see.
   */
  Flux<Job> byIds(OrganizationId organization, Scope scope, Set<Long> ids);

  /** The job; empty when the organization has none of this id within the scope. */
  default Mono<Job> find(OrganizationId organization, Scope scope, long id) {
    return byIds(organization, scope, Set.of(id)).singleOrEmpty();
  }

  /**
   * Jobs within the scope, newest first.
   *
   * @param before jobs older than the job of this id; null from the newest on
   * @param limit at most so many
   */
  Flux<Job> newest(
      OrganizationId organization, Scope scope, JobFilter filter, @Nullable Long before, int limit);

  /** Number of jobs that match. */
  Mono<Long> count(OrganizationId organization, JobFilter filter);
}
