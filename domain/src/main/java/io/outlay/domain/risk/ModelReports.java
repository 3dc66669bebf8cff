package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the watch over models found. */
public interface ModelReports {

  /** Keeps a report in the place of one of the same model and last day. */
  Mono<Void> keep(OrganizationId organization, DriftReport report);

  /** Keeps a reference unless the model has one, and gives the one it has. */
  Mono<ScoreReference> reference(
      OrganizationId organization, long modelId, ScoreReference ifAbsent);

  /** The model's reference; empty where it has none yet. */
  Mono<ScoreReference> reference(OrganizationId organization, long modelId);

  /** Keeps an estimate in the place of one of the same model and last day, unless realised. */
  Mono<Void> keepEstimate(OrganizationId organization, ModelPerformance performance);

  /** Adds what was realised. */
  Mono<Void> keepRealised(
      OrganizationId organization, long modelId, LocalDate to, RealisedFigures realised);

  /** Estimates nothing realised stands beside, oldest first, at most 100. */
  Flux<ModelPerformance> unrealised(OrganizationId organization, RiskKind kind);

  /** Of each model its reports, newest first. */
  Flux<DriftReport> drift(OrganizationId organization, Collection<Long> modelIds, int mostEach);

  /** Of each model its figures by period, newest first. */
  Flux<ModelPerformance> performance(
      OrganizationId organization, Collection<Long> modelIds, int mostEach);

  /** Of each model the newest period of which all outcomes are known. */
  Flux<ModelPerformance> realised(OrganizationId organization, Collection<Long> modelIds);

  /** Deletes reports whose period ended before a day, and tells how many. */
  Mono<Long> deleteBefore(OrganizationId organization, LocalDate day);
}
