package io.outlay.api.action;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Rules, their making, changing and end. */
@Controller
class ActionRuleController {

  private static final String TYPE = "ActionRule";

  private final ActionRules rules;
  private final Cursors cursors;

  ActionRuleController(ActionRules rules, Cursors cursors) {
    this.rules = rules;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<ActionRule>> actionRules(
      @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
    UserAccess.require(viewer);
    PageRequest page =
        PageRequest.of(viewer.organization(), "actionRules", environment.getArguments());
    return rules
        .page(viewer.organization(), page.numberBefore(cursors).orElse(null), page.first() + 1)
        .map(read -> Connection.byNumber(read, page, cursors, ActionRule::id));
  }

  @MutationMapping
  Mono<Payload> actionRuleCreate(@Argument RuleCreateInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    return told(
        Mono.defer(
            () ->
                rules.create(
                    viewer.organization(),
                    input.toTerms(),
                    made -> entry(viewer, "actionRuleCreate", made, null, made.auditFields()))),
        "input");
  }

  @MutationMapping
  Mono<Payload> actionRuleUpdate(
      @Argument String id, @Argument RuleUpdateInput input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    return told(
        Mono.defer(
            () ->
                rules.update(
                    viewer.organization(),
                    NodeType.ACTION_RULE.find("rule", id),
                    input::change,
                    both -> changed(viewer, both))),
        "input");
  }

  @MutationMapping
  Mono<Payload> actionRuleDelete(@Argument String id, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    return told(
        Mono.defer(
            () ->
                rules.delete(
                    viewer.organization(),
                    NodeType.ACTION_RULE.find("rule", id),
                    gone -> entry(viewer, "actionRuleDelete", gone, gone.auditFields(), null))),
        null);
  }

  private static Mono<Payload> told(Mono<ActionRule> done, @Nullable String argument) {
    return UserErrors.tell(
        done.map(rule -> new Payload(rule, List.of())),
        argument,
        problems -> new Payload(null, problems));
  }

  private static Optional<AuditEntry> changed(Viewer viewer, Change<ActionRule> both) {
    return both.isNone()
        ? Optional.empty()
        : entry(
            viewer,
            "actionRuleUpdate",
            both.after(),
            both.before().auditFields(),
            both.after().auditFields());
  }

  private static Optional<AuditEntry> entry(
      Viewer viewer,
      String action,
      ActionRule rule,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return Optional.of(AuditEntry.by(viewer, action, TYPE, rule.id(), before, after));
  }

  /** What became of a rule. */
  record Payload(@Nullable ActionRule rule, List<UserError> userErrors) {}
}
