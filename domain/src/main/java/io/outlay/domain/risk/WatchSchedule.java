package io.outlay.domain.risk;

import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/** When an organization's models are to be looked at. */
public interface WatchSchedule {

  /**
   * Stores a job for every organization that has a champion and whose models were last looked at
   * longer ago, or in which work has ended since that gives something to look at; any number of
   * processes may do so. Gives the number of jobs.
   *
   * @param jobKind kind of the jobs
   * @param every longest time between two looks
   * @param after kinds of such work
   */
  Mono<Long> submitDue(String jobKind, Duration every, Set<String> after);
}
