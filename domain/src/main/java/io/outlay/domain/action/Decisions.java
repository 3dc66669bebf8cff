package io.outlay.domain.action;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Automated decisions: whom they are due for, what was decided, and telling it. */
public interface Decisions {

  /**
   * Users whose kept score lies in the rule's bands and who were not decided about within the
   * rule's days, by number.
   *
   * @param afterUser only users of greater numbers
   * @param limit at most so many
   */
  Mono<List<Long>> due(ActionRule rule, long afterUser, Instant now, int limit);

  /**
   * Stores decisions, but for users decided about meanwhile; one call for a rule at a time.
   *
   * @return number of those stored
   */
  Mono<Integer> store(ActionRule rule, List<Decision> decisions, Instant now);

  /**
   * Tells decisions that were not told yet, in their order, and marks them told: at least once.
   * Only one process does so at a time.
   *
   * @param tell completes when a decision is told for good
   * @return number of those told
   */
  Mono<Integer> send(int most, Function<Outgoing, Mono<Void>> tell);

  /** Decisions, newest first. */
  Mono<List<Decision>> page(
      OrganizationId organization, Filter filter, @Nullable Long before, int limit);

  /** Decisions by number. */
  Mono<Map<Long, Decision>> byIds(OrganizationId organization, Set<Long> ids);

  /** The newest decisions of a rule, newest first. */
  Mono<List<Decision>> newest(OrganizationId organization, long ruleId, boolean control, int limit);

  /** Writes down what a person says; errors with NotFound where there is no such decision. */
  Mono<Decision> review(
      OrganizationId organization,
      long id,
      Decision.Review review,
      @Nullable String note,
      String actor,
      Audit<Decision> audit);

  /**
   * A decision on its way.
   *
   * @param externalId the company's own id of the user
   */
  record Outgoing(
      OrganizationId organization, Decision decision, String ruleName, String externalId) {}

  /**
   * Which decisions; null means any.
   *
   * @param ruleId by which rule
   * @param userId about which user
   * @param review what a person said
   */
  record Filter(@Nullable Long ruleId, @Nullable Long userId, Decision.@Nullable Review review) {}
}
