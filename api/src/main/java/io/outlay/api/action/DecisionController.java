package io.outlay.api.action;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.Texts;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions;
import io.outlay.domain.audit.AuditEntry;
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

/** Automated decisions, and what people say of them. */
@Controller
class DecisionController {

  private static final int LONGEST_NOTE = 1_000;

  private final Decisions decisions;
  private final Cursors cursors;

  DecisionController(Decisions decisions, Cursors cursors) {
    this.decisions = decisions;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<Decision>> decisions(
      @Argument @Nullable Filter filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    UserAccess.require(viewer);
    PageRequest page =
        PageRequest.of(viewer.organization(), "decisions", environment.getArguments());
    return decisions
        .page(
            viewer.organization(),
            (filter == null ? Filter.ALL : filter).toFilter(),
            page.numberBefore(cursors).orElse(null),
            page.first() + 1)
        .map(read -> Connection.byNumber(read, page, cursors, Decision::id));
  }

  @MutationMapping
  Mono<Payload> decisionReview(
      @Argument String id, @Argument Input input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        Mono.defer(() -> review(id, input, viewer))
            .map(reviewed -> new Payload(reviewed, List.of()));
    return UserErrors.tell(done, "input", problems -> new Payload(null, problems));
  }

  private Mono<Decision> review(String id, Input input, Viewer viewer) {
    return decisions.review(
        viewer.organization(),
        NodeType.DECISION.find("decision", id),
        input.review(),
        Texts.withinOrNull("note", input.note(), LONGEST_NOTE),
        viewer.actor(),
        reviewed ->
            Optional.of(
                AuditEntry.by(
                    viewer,
                    "decisionReview",
                    "Decision",
                    reviewed.id(),
                    null,
                    Map.of("review", input.review()))));
  }

  /** Which decisions, as a caller names them. */
  record Filter(
      @Nullable String ruleId, @Nullable String userId, Decision.@Nullable Review review) {

    static final Filter ALL = new Filter(null, null, null);

    Decisions.Filter toFilter() {
      return new Decisions.Filter(
          ruleId == null ? null : NodeType.ACTION_RULE.number("filter.ruleId", ruleId),
          userId == null ? null : NodeType.USER.number("filter.userId", userId),
          review);
    }
  }

  /** What a person says. */
  record Input(Decision.Review review, @Nullable String note) {}

  /** What was written down. */
  record Payload(@Nullable Decision decision, List<UserError> userErrors) {}
}
