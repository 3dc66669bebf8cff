package io.outlay.domain.job;

import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Jobs as seen by those who do the work, over all organizations and processes. A job belongs to one
 * worker at a time; of one kind and exclusion an organization has one at work at a time, the oldest
 * first. A job that was given back waits behind those that waited meanwhile.
 */
public interface JobQueue {

  /** Takes the next job that waits or whose worker is gone; empty when there is none. */
  Mono<JobLease> claim(String kind, Duration lease);

  /**
   * Holds the lease for another while and tells how far the work is.
   *
   * <p>This and the other operations on a lease error with {@link LeaseLostException} when another
   * worker has taken over or the job has ended.
   */
  Mono<Void> extend(JobLease lease, Duration duration, JobProgress progress);

  /** Remembers how far the work came, for a worker who has to go on from there. */
  Mono<Void> checkpoint(JobLease lease, String checkpoint);

  /** Stores what came out, while the work may go on. */
  Mono<Void> result(JobLease lease, String result);

  /**
   * Tells what the work speaks of, for those who may see only part of it.
   *
   * @param accountIds external ids of ad accounts of the channel
   */
  Mono<Void> speaksOf(JobLease lease, String channelKey, Set<String> accountIds);

  /** Ends the job well, with all of the last told progress done. */
  Mono<Void> succeed(JobLease lease, JobProgress progress);

  /** Ends the job with an error a person can understand. */
  Mono<Void> fail(JobLease lease, String code, String message);

  /** Gives the job back; it is taken up again, by anyone, after a pause. */
  Mono<Void> release(JobLease lease, Duration pause);
}
