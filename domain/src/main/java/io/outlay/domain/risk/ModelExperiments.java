package io.outlay.domain.risk;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Experiments with models. */
public interface ModelExperiments {

  /**
   * Writes an experiment down. Errors with {@link io.outlay.domain.error.Conflict} where the model
   * has one that is not over.
   *
   * @param by who, for people
   */
  Mono<Experiment> start(
      OrganizationId organization,
      RiskKind kind,
      long championId,
      long modelId,
      ExperimentPlan plan,
      String by,
      Instant at,
      Audit<Experiment> audit);

  /** Takes a step; empty where the experiment is not in the state it starts from. */
  Mono<Experiment> step(
      OrganizationId organization, long id, ExperimentStep step, Audit<Experiment> audit);

  /** Those of the experiments that exist, in no order. */
  Flux<Experiment> byIds(OrganizationId organization, Collection<Long> ids);

  /** Of each model its experiments, newest first. */
  Flux<Experiment> ofModels(OrganizationId organization, Collection<Long> modelIds, int mostEach);

  /** Experiments of a kind that are not over, oldest first, at most 100. */
  Flux<Experiment> open(OrganizationId organization, RiskKind kind);
}
