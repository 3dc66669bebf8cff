package io.outlay.api.action;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Rules and decisions by their ids. */
@Configuration(proxyBeanMethods = false)
class ActionNodes {

  @Bean
  NodeSource actionRuleSource(ActionRules rules) {
    return new Source<>(NodeType.ACTION_RULE, rules::byIds);
  }

  @Bean
  NodeSource decisionSource(Decisions decisions) {
    return new Source<>(NodeType.DECISION, decisions::byIds);
  }

  @Bean
  IdFields<ActionRule> actionRuleIds() {
    return new IdFields<>(NodeType.ACTION_RULE, ActionRule.class, ActionRule::id);
  }

  @Bean
  IdFields<Decision> decisionIds() {
    return new IdFields<>(NodeType.DECISION, Decision.class, Decision::id);
  }

  private record Source<T>(NodeType type, LookUp<T> lookUp) implements NodeSource {

    @Override
    public Mono<Map<Long, T>> find(Viewer viewer, Set<Long> numbers) {
      return viewer.role() == Role.PARTNER || !viewer.scope().isEverything()
          ? Mono.just(Map.of())
          : lookUp.byIds(viewer.organization(), numbers);
    }
  }

  private interface LookUp<T> {

    Mono<Map<Long, T>> byIds(OrganizationId organization, Set<Long> ids);
  }
}
