package io.outlay.domain.job;

import io.outlay.domain.organization.OrganizationId;
import reactor.core.publisher.Flux;

/** Tells when a job has moved. */
public interface JobChanges {

  /**
   * A signal now, and one whenever the job may have changed since; never ends by itself. Signals
   * that come faster than they are taken are joined.
   *
   * @param id the job's number
   */
  Flux<Long> of(OrganizationId organization, long id);
}
