package io.outlay.api.action;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.action.Decision;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What decisions speak of: one look-up for a page. */
@Controller
class DecisionFieldsController {

  private static final String TYPE = "Decision";

  private final ActionRules rules;
  private final Users users;

  DecisionFieldsController(ActionRules rules, Users users) {
    this.rules = rules;
    this.users = users;
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<Decision, ActionRule>> rule(List<Decision> decisions, @ContextValue Viewer viewer) {
    return rules
        .byIds(viewer.organization(), numbers(decisions, Decision::ruleId))
        .map(found -> of(decisions, found, Decision::ruleId));
  }

  @BatchMapping(typeName = TYPE)
  Mono<Map<Decision, User>> user(List<Decision> decisions, @ContextValue Viewer viewer) {
    return users
        .byIds(viewer.organization(), numbers(decisions, Decision::userId))
        .map(found -> of(decisions, found, Decision::userId));
  }

  @SchemaMapping(typeName = TYPE)
  int modelVersion(Decision decision) {
    return decision.modelNumber();
  }

  @SchemaMapping(typeName = "DecisionReason")
  @Nullable Double number(Decision.Because reason) {
    return reason.value();
  }

  private static Set<Long> numbers(List<Decision> decisions, Function<Decision, Long> number) {
    return decisions.stream().map(number).collect(Collectors.toSet());
  }

  private static <T> Map<Decision, T> of(
      List<Decision> decisions, Map<Long, T> found, Function<Decision, Long> number) {
    return decisions.stream()
        .filter(decision -> found.containsKey(number.apply(decision)))
        .distinct()
        .collect(
            Collectors.toMap(Function.identity(), decision -> found.get(number.apply(decision))));
  }
}
