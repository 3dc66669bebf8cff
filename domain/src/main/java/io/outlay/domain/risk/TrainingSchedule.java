package io.outlay.domain.risk;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** When models are to be trained again. */
public interface TrainingSchedule {

  /**
   * Stores a training job for every organization and kind that has a model of its own training and
   * whose latest training was asked for longer ago; any number of processes may do so. Gives the
   * number of jobs.
   *
   * @param jobKind kind of the jobs
   * @param every longest time between two trainings of a kind
   */
  Mono<Long> submitDue(String jobKind, Duration every);
}
