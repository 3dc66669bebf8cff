package io.outlay.domain.database;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One connection at work for one organization (or for the system). Statements use {@code $1},
 * {@code $2}, … and are run in the order of subscription; a session serves one chain at a time.
 */
public final class Session {

  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /**
   * Rows of a query.
   *
   * @param parameters values of {@code $1}…; a null is written {@link Nulls#of(Class)}
   */
  public <T> Flux<T> query(String sql, List<?> parameters, Function<Readable, T> row) {
    return Flux.from(statement(sql, parameters).execute())
        .concatMap(result -> result.map((Readable readable) -> row.apply(readable)))
        .contextWrite(Session::nothing);
  }

  /** Number of rows a statement changed. */
  public Mono<Long> update(String sql, List<?> parameters) {
    return Flux.from(statement(sql, parameters).execute())
        .concatMap(Result::getRowsUpdated)
        .reduce(0L, Long::sum);
  }

  /** With a context at hand, Reactor would restore its thread-locals around every row. */
  private static Context nothing(Context context) {
    return Context.empty();
  }

  /** The driver's own connection, for COPY and notifications. */
  public PostgresqlConnection postgresql() {
    return unwrap(connection);
  }

  static PostgresqlConnection unwrap(Connection connection) {
    Object candidate = connection;
    while (!(candidate instanceof PostgresqlConnection)) {
      if (!(candidate instanceof Wrapped<?> wrapped)) {
        throw new IllegalStateException("not a PostgreSQL connection: " + candidate.getClass());
      }
      @Nullable Object inner = wrapped.unwrap();
      if (inner == null) {
        throw new IllegalStateException("a closed connection was used");
      }
      candidate = inner;
    }
    return (PostgresqlConnection) candidate;
  }

  private Statement statement(String sql, List<?> parameters) {
    Statement statement = connection.createStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      statement.bind(i, parameters.get(i));
    }
    return statement;
  }
}
