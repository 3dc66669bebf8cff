package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import reactor.core.publisher.Mono;

/**
 * What became of a job's slices. A slice of a job is counted once however often it was delivered.
 */
public interface SliceReceipts {

  /**
   * How many of the job's slices have been dealt with until now; zeros for an unknown job.
   *
   * @param sequence the number its slices carry: a database restored from a backup gives a job the
   *     number of one that it has forgotten and whose slices come from the log once more
   */
  Mono<Tally> tally(OrganizationId organization, long jobId, long sequence);

  /**
   * Counts of a job's slices.
   *
   * @param applied slices that are in the database, changed or found equal
   * @param failed slices that became dead letters
   * @param firstFailure cause of one failed slice; empty when none failed
   */
  record Tally(long applied, long failed, String firstFailure) {}
}
