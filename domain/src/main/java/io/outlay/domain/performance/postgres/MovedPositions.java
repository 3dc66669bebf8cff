package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.StalePosition;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves the positions of the log, each only from where its reader believes it to stand. */
public final class MovedPositions {

  private static final String SQL =
      """
      UPDATE log_position SET next_record = $5
       WHERE cluster = $1 AND topic = $2 AND partition = $3 AND next_record = $4
      """;

  private MovedPositions() {}

  /** In the session's transaction; errors with {@link StalePosition}. */
  public static Mono<Void> move(Session session, List<LogPosition> steps) {
    return Flux.fromIterable(steps).concatMap(step -> move(session, step)).then();
  }

  private static Mono<Void> move(Session session, LogPosition step) {
    return session
        .update(
            SQL, List.of(step.cluster(), step.topic(), step.partition(), step.from(), step.to()))
        .flatMap(moved -> moved == 1 ? Mono.empty() : Mono.error(new StalePosition(step)));
  }
}
