package io.outlay.domain.userscore;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Asks for the scoring of all users of those organizations whose turn it is. */
public interface ScoreSchedule {

  /**
   * Stores a job for every organization that has a model at work and no such job since a time. Any
   * number of processes may ask at once; an organization gets one job.
   *
   * @param kind of the jobs
   * @param since when the last round began
   * @param now the moment users are scored as of
   * @return number of jobs stored
   */
  Mono<Long> submitDue(String kind, Instant since, Instant now);
}
