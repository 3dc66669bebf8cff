package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.performance.SliceSequence;
import java.util.List;
import reactor.core.publisher.Mono;

/** Numbers drawn from a sequence of PostgreSQL. */
public final class PostgresSliceSequence implements SliceSequence {

  private final Database database;

  /** Works on the given database. */
  public PostgresSliceSequence(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> next() {
    return database
        .asSystem()
        .one("SELECT nextval('slice_sequence')", List.of(), row -> Rows.number(row, 0));
  }
}
