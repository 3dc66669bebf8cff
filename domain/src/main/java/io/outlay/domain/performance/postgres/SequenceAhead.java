package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Keeps the sequence of slices ahead of every one that was read from the log. It falls behind only
 * when a database was restored from a backup and the log still brings slices whose numbers were
 * drawn after it.
 */
final class SequenceAhead {

  private static final String SQL = "SELECT keep_slice_sequence_ahead($1)";

  private SequenceAhead() {}

  static Mono<Void> keep(Session session, long applied) {
    return session.query(SQL, List.of(applied), row -> true).then();
  }
}
