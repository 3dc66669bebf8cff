package io.outlay.domain.platform;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** When connected accounts are due. */
public interface SyncSchedule {

  /**
   * Stores a job for each account that is due and has none open, and moves its next time on. Any
   * process may ask at any time.
   *
   * @param kind of the jobs
   * @return number of jobs
   */
  Mono<Long> submitDue(String kind, Instant now);
}
