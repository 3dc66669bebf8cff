package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Keeps the sequence of slices ahead of every applied one. It falls behind only when a database was
 * restored from a backup and the log still brings slices whose numbers were drawn after it.
 */
final class SequenceAhead {

  private static final String SQL =
      """
      SELECT CASE WHEN $1 > (SELECT last_value FROM slice_sequence) THEN setval('slice_sequence', $1) ELSE $1 END
      """;

  private SequenceAhead() {}

  static Mono<Void> keep(Session session, long applied) {
    return session.query(SQL, List.of(applied), row -> true).then();
  }
}
