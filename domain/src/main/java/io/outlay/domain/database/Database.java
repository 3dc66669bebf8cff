package io.outlay.domain.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.organization.OrganizationId;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * PostgreSQL as seen by the program: every use names the organization it works for, or says that it
 * is the system.
 *
 * <p>Row-level security is the second line behind the statements' own conditions: connections of
 * requests run as role {@code outlay_app}, which sees rows of the session's organization only. The
 * pool remembers which organization a connection was last told, so that the setting travels only
 * when it differs.
 */
public final class Database implements AutoCloseable {

  private static final int PREPARED_STATEMENTS_PER_CONNECTION = 256;
  private static final Duration ACQUIRE = Duration.ofSeconds(4);

  private final ConnectionPool app;
  private final ConnectionPool system;
  private final ConnectionFactory single;

  /**
   * Organization each open connection was last told; identity keys that vanish with the connection.
   */
  private final Cache<PostgresqlConnection, OrganizationId> told =
      Caffeine.newBuilder().weakKeys().build();

  /** Opens no connection yet: the first use does. */
  public Database(DatabaseSettings settings) {
    this.app = pool(settings, "outlay_app", settings.appConnections());
    this.system = pool(settings, "outlay_system", settings.systemConnections());
    this.single = factory(settings, "outlay_system", Duration.ZERO);
  }

  /** Work for one organization. */
  public Work inOrganization(OrganizationId organization) {
    return new Work(app, connection -> tell(connection, organization));
  }

  /**
   * Work of role {@code outlay_app} that names no organization: it sees no rows. Tests prove it.
   */
  public Work inNoOrganization() {
    return new Work(app, this::untell);
  }

  /** Work over all organizations: sign-in, schedulers, consumers' bookkeeping. */
  public Work asSystem() {
    return new Work(system, connection -> Mono.empty());
  }

  /**
   * A connection of its own outside the pools, for LISTEN; the caller closes it. Errors when
   * PostgreSQL is away.
   */
  public Mono<PostgresqlConnection> listener() {
    return Mono.<Connection>from(single.create()).map(Session::unwrap);
  }

  @Override
  public void close() {
    app.dispose();
    system.dispose();
  }

  private Mono<Void> tell(Connection connection, OrganizationId organization) {
    PostgresqlConnection raw = Session.unwrap(connection);
    if (organization.equals(told.getIfPresent(raw))) {
      return Mono.empty();
    }
    // Forgotten first: cancelled on its way, the setting may still reach the database.
    told.invalidate(raw);
    return set(raw, organization.toString()).doOnSuccess(done -> told.put(raw, organization));
  }

  private Mono<Void> untell(Connection connection) {
    PostgresqlConnection raw = Session.unwrap(connection);
    told.invalidate(raw);
    return set(raw, "");
  }

  private static Mono<Void> set(PostgresqlConnection raw, String organization) {
    return raw.createStatement("SELECT set_config('outlay.organization', $1, false)")
        .bind(0, organization)
        .execute()
        .concatMap(result -> result.map((row, metadata) -> true))
        .then();
  }

  private static ConnectionPool pool(DatabaseSettings settings, String role, int size) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(factory(settings, role, settings.statementTimeout()))
            .name(role)
            .initialSize(0)
            .maxSize(size)
            .maxAcquireTime(ACQUIRE)
            .maxCreateConnectionTime(ACQUIRE)
            .maxIdleTime(Duration.ofMinutes(10))
            .validationDepth(ValidationDepth.LOCAL)
            .acquireRetry(1)
            .build());
  }

  private static ConnectionFactory factory(
      DatabaseSettings settings, String role, Duration statementTimeout) {
    Map<String, String> session =
        Map.of("role", role, "statement_timeout", statementTimeout.toMillis() + "ms");
    return ConnectionFactories.get(
        ConnectionFactoryOptions.parse(settings.url())
            .mutate()
            .option(ConnectionFactoryOptions.USER, settings.username())
            .option(ConnectionFactoryOptions.PASSWORD, settings.password())
            .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, ACQUIRE)
            .option(PostgresqlConnectionFactoryProvider.OPTIONS, session)
            .option(
                PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES,
                PREPARED_STATEMENTS_PER_CONNECTION)
            .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
            .option(PostgresqlConnectionFactoryProvider.EXTENSIONS, List.of(new BinaryBytes()))
            .build());
  }

  /**
   * One way into the database: each call borrows one connection and gives it back, also on error
   * and cancel.
   */
  public static final class Work {

    private final ConnectionPool pool;
    private final Function<Connection, Mono<Void>> prepare;

    private Work(ConnectionPool pool, Function<Connection, Mono<Void>> prepare) {
      this.pool = pool;
      this.prepare = prepare;
    }

    /**
     * Rows of one query, outside a transaction. Cancelling also cancels the statement in the
     * database, so ask for what is needed ({@link #one}, LIMIT) instead of cutting the stream with
     * {@code next()} or {@code take()}.
     */
    public <T> Flux<T> query(
        String sql, List<?> parameters, Function<io.r2dbc.spi.Readable, T> row) {
      return session(session -> session.query(sql, parameters, row));
    }

    /** The only row of one query; empty when there is none, an error when there are more. */
    public <T> Mono<T> one(String sql, List<?> parameters, Function<io.r2dbc.spi.Readable, T> row) {
      return query(sql, parameters, row).singleOrEmpty();
    }

    /** Number of rows one statement changed, committed by itself. */
    public Mono<Long> update(String sql, List<?> parameters) {
      return session(session -> session.update(sql, parameters)).single();
    }

    /** Several statements on one connection, each committed by itself. */
    public <T> Flux<T> session(Function<Session, ? extends Publisher<T>> body) {
      return Flux.usingWhen(
          pool.create(),
          connection -> prepare.apply(connection).thenMany(work(body, connection)),
          Connection::close,
          (connection, error) -> connection.close(),
          connection -> interrupted(connection).then(close(connection)));
    }

    /** All of it or nothing: commits when the body completes, rolls back on error and cancel. */
    public <T> Flux<T> transaction(Function<Session, ? extends Publisher<T>> body) {
      return Flux.usingWhen(
          pool.create(),
          connection ->
              prepare
                  .apply(connection)
                  .then(Mono.from(connection.beginTransaction()))
                  .thenMany(work(body, connection)),
          connection -> Mono.from(connection.commitTransaction()).then(close(connection)),
          (connection, error) -> rolledBack(connection).then(close(connection)),
          connection ->
              interrupted(connection).then(rolledBack(connection)).then(close(connection)));
    }

    private static <T> Flux<T> work(
        Function<Session, ? extends Publisher<T>> body, Connection connection) {
      return Flux.defer(() -> body.apply(new Session(connection)));
    }

    /**
     * Sent in any case: the driver's own rollback does nothing while a BEGIN is still on its way,
     * and the connection would go back with a transaction open.
     */
    private static Mono<Void> rolledBack(Connection connection) {
      return Flux.from(connection.createStatement("ROLLBACK").execute())
          .flatMap(Result::getRowsUpdated)
          .then()
          .onErrorComplete(); // the connection is broken: closing it is all that is left
    }

    private static Mono<Void> interrupted(Connection connection) {
      return Session.unwrap(connection)
          .cancelRequest()
          .onErrorComplete(); // nobody waits for it, and the statement ends by its time limit
    }

    private static Mono<Void> close(Connection connection) {
      return Mono.from(connection.close());
    }
  }
}
