package io.outlay.scoring.training;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.job.NewJob;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import reactor.core.publisher.Mono;

/** Asks for trainings; some process takes them up. */
public final class ModelTrainings {

  /** Kind of the jobs. */
  public static final String KIND = "RISK_MODEL_TRAIN";

  private final Jobs jobs;

  /** Stores jobs. */
  public ModelTrainings(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Stores a job that trains a model; of one kind an organization has one at work at a time.
   *
   * @param by who asks, for people
   */
  public Mono<Job> submit(
      OrganizationId organization, TrainingRequest request, String by, Audit<Job> audit) {
    return jobs.submit(
        new NewJob(
            organization, KIND, request.kind().name(), request.toJson(), by, Scope.EVERYTHING),
        audit);
  }
}
