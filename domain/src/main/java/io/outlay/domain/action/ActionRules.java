package io.outlay.domain.action;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization's rules. Deleted ones are not told, but for their decisions. */
public interface ActionRules {

  /** Makes a rule. Errors with {@link io.outlay.domain.error.Conflict} at the hundredth. */
  Mono<ActionRule> create(OrganizationId organization, RuleTerms terms, Audit<ActionRule> audit);

  /** Changes a rule; errors with {@link io.outlay.domain.error.NotFound} where there is none. */
  Mono<ActionRule> update(
      OrganizationId organization,
      long id,
      UnaryOperator<RuleTerms> change,
      Audit<Change<ActionRule>> audit);

  /** Deletes a rule; errors with {@link io.outlay.domain.error.NotFound} where there is none. */
  Mono<ActionRule> delete(OrganizationId organization, long id, Audit<ActionRule> audit);

  /** Rules after a number, rising. */
  Mono<List<ActionRule>> page(OrganizationId organization, @Nullable Long after, int limit);

  /** Rules by number, also deleted ones. */
  Mono<Map<Long, ActionRule>> byIds(OrganizationId organization, Set<Long> ids);

  /** All rules at work of all organizations. */
  Flux<ActionRule> active();
}
