package io.outlay.domain.risk;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The registry of an organization's models. Of one kind exactly one is champion, from the first
 * model on. Changes of one kind follow each other; each is announced to every process.
 */
public interface RiskModels {

  /**
   * Registers a model as candidate, or as champion where the kind has none. Of a job that has
   * registered one already that one is given, unchanged.
   */
  Mono<RiskModel> register(OrganizationId organization, NewRiskModel model, Audit<RiskModel> audit);

  /**
   * Makes a model champion; the champion until then retires. Errors with {@link
   * io.outlay.domain.error.NotFound} when there is no such model and {@link
   * io.outlay.domain.error.Conflict} when it is champion already.
   *
   * @param reason why, in words
   * @param by who, for people
   */
  Mono<Promotion> promote(
      OrganizationId organization, long id, String reason, String by, Audit<Promotion> audit);

  /**
   * Brings back the champion whose place the present one took; the present one retires. Errors with
   * {@link io.outlay.domain.error.Conflict} where there is none to go back to.
   */
  Mono<Promotion> rollback(
      OrganizationId organization, RiskKind kind, String reason, String by, Audit<Promotion> audit);

  /**
   * Gives a model that is not champion something else to do. Errors with {@link
   * io.outlay.domain.error.NotFound} when there is no such model, and {@link
   * io.outlay.domain.error.Conflict} when it is champion or another is challenger.
   */
  Mono<Change<RiskModel>> assign(
      OrganizationId organization,
      long id,
      ModelAssignment assignment,
      String reason,
      String by,
      Audit<Change<RiskModel>> audit);

  /**
   * Models, newest first.
   *
   * @param kind null for all
   * @param before models older than the one of this id; null from the newest on
   * @param limit at most so many
   */
  Flux<RiskModel> newest(
      OrganizationId organization, @Nullable RiskKind kind, @Nullable Long before, int limit);

  /** Those of the models that exist, in no order. */
  Flux<RiskModel> byIds(OrganizationId organization, Collection<Long> ids);

  /** Steps in models' lives, oldest first; of each model at most its latest 100. */
  Flux<ModelStateChange> history(OrganizationId organization, Collection<Long> ids);

  /** What is told of models' files, by part. */
  Flux<ModelFileOf> files(OrganizationId organization, Collection<Long> ids);

  /** A model with its files; empty when there is none of this id. */
  Mono<StoredModel> load(OrganizationId organization, long id);

  /** Which models are at work, as of one moment. */
  Mono<ServingModels> serving(OrganizationId organization, RiskKind kind);

  /** Only the version of {@link #serving}; 0 where there never was a model. */
  Mono<Long> version(OrganizationId organization, RiskKind kind);

  /** A file and the model it belongs to. */
  record ModelFileOf(long modelId, ModelFileInfo file) {}
}
