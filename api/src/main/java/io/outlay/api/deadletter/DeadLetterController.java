package io.outlay.api.deadletter;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.DeadLetter;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.ingestion.sink.DeadLetterReplay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Deliveries that could not be applied. */
@Controller
class DeadLetterController implements NodeSource {

  private final DeadLetters deadLetters;
  private final DeadLetterReplay replay;
  private final Cursors cursors;

  DeadLetterController(DeadLetters deadLetters, DeadLetterReplay replay, Cursors cursors) {
    this.deadLetters = deadLetters;
    this.replay = replay;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<DeadLetter>> deadLetters(
      @Argument @Nullable Filter filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "deadLetters", environment.getArguments());
    return deadLetters
        .newest(
            viewer.organization(),
            viewer.scope(),
            filter == null ? null : filter.isReplayed(),
            page.numberBefore(cursors).orElse(null),
            page.first() + 1)
        .collectList()
        .map(read -> Connection.byNumber(read, page, cursors, DeadLetter::id));
  }

  @MutationMapping
  Mono<DeadLetterReplayPayload> deadLetterReplay(@Argument String id, @ContextValue Viewer viewer) {
    Mono<DeadLetterReplayPayload> done =
        Mono.fromCallable(() -> NodeType.DEAD_LETTER.find("dead letter", id))
            .flatMap(
                number ->
                    replay.replay(
                        viewer.organization(),
                        viewer.scope(),
                        number,
                        change -> writtenDown(viewer, change)))
            .map(letter -> new DeadLetterReplayPayload(letter, List.of()));
    return UserErrors.tell(done, null, problems -> new DeadLetterReplayPayload(null, problems));
  }

  @SchemaMapping(typeName = "DeadLetter")
  @Nullable DateRange days(DeadLetter letter) {
    return letter.period() == null
        ? null
        : new DateRange(letter.period().firstDay(), letter.period().lastDay());
  }

  @SchemaMapping(typeName = "DeadLetter")
  String causeCode(DeadLetter letter) {
    return letter.cause().name();
  }

  @SchemaMapping(typeName = "DeadLetter")
  String causeMessage(DeadLetter letter) {
    return letter.message();
  }

  @Override
  public NodeType type() {
    return NodeType.DEAD_LETTER;
  }

  @Override
  public Mono<Map<Long, DeadLetter>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.ADMIN || viewer.role() == Role.MANAGER
        ? deadLetters
            .byIds(viewer.organization(), viewer.scope(), numbers)
            .collectMap(DeadLetter::id)
        : Mono.just(Map.of());
  }

  @Bean
  static IdFields<DeadLetter> deadLetterIds() {
    return new IdFields<>(NodeType.DEAD_LETTER, DeadLetter.class, DeadLetter::id);
  }

  private static Optional<AuditEntry> writtenDown(Viewer viewer, Change<DeadLetter> change) {
    return Optional.of(
        AuditEntry.by(
            viewer,
            "deadLetterReplay",
            "DeadLetter",
            change.after().id(),
            replayed(change.before()),
            replayed(change.after())));
  }

  private static Map<String, String> replayed(DeadLetter letter) {
    return Map.of(
        "cause", letter.cause().name(), "replayedAt", String.valueOf(letter.replayedAt()));
  }

  /** Conditions on dead letters as a caller names them. */
  record Filter(@Nullable Boolean isReplayed) {}

  /** What a replay did. */
  record DeadLetterReplayPayload(@Nullable DeadLetter deadLetter, List<UserError> userErrors) {}
}
