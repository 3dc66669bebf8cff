package io.outlay.domain.version.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersionRaised;
import io.outlay.domain.version.DataVersions;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Versions by LISTEN and NOTIFY. A heartbeat on the listening connection proves each second that
 * nothing was missed; as long as it is lost, the database is asked each time.
 */
public final class PostgresDataVersions implements DataVersions, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresDataVersions.class);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMillis(450);
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final String CURRENT =
      "SELECT data_version, version_committed_at FROM organization WHERE organization_id = $1";

  private final Database database;
  private final VersionBoard board = new VersionBoard();
  private final Disposable.Swap listening = Disposables.swap();
  private volatile boolean alive;

  /** Asks the database each time until {@link #start()}. */
  public PostgresDataVersions(Database database) {
    this.database = database;
  }

  /** Begins to listen, or begins anew. */
  public void start() {
    listening.update(
        listen().subscribe(nothing -> {}, error -> LOG.error("listening has ended", error)));
  }

  @Override
  public Mono<DataVersion> current(OrganizationId organization) {
    return Mono.defer(
        () -> {
          DataVersion known = alive ? board.latest(organization) : null;
          return known != null ? Mono.just(known) : ask(organization);
        });
  }

  @Override
  public Flux<DataVersion> changes(OrganizationId organization) {
    return board.changes(organization);
  }

  @Override
  public void committed(DataVersionRaised raised) {
    board.post(raised);
  }

  @Override
  public void close() {
    listening.dispose();
    alive = false;
  }

  private Mono<DataVersion> ask(OrganizationId organization) {
    int generation = board.generation();
    return database
        .inOrganization(organization)
        .one(
            CURRENT,
            List.of(organization.value()),
            row ->
                new DataVersion(
                    Objects.requireNonNull(row.get("data_version", Long.class)),
                    Objects.requireNonNull(row.get("version_committed_at", Instant.class))))
        .doOnNext(version -> note(generation, new DataVersionRaised(organization, version)));
  }

  private void note(int generation, DataVersionRaised asked) {
    if (alive && generation == board.generation()) {
      board.post(asked);
    }
  }

  private Flux<Void> listen() {
    return Flux.usingWhen(
            database.listener().timeout(CONNECT), this::hear, PostgresDataVersions::closed)
        .doOnTerminate(this::lost)
        .doOnCancel(this::lost)
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    again -> LOG.warn("listening again after: {}", again.failure().toString())));
  }

  private Flux<Void> hear(PostgresqlConnection connection) {
    Flux<Void> notices =
        connection
            .getNotifications()
            .doOnNext(notice -> board.post(VersionNotice.parse(notice.getParameter())))
            .then(Mono.<Void>error(new IllegalStateException("the listening connection has ended")))
            .flux();
    Flux<Void> beats =
        Flux.interval(HEARTBEAT).onBackpressureDrop().concatMap(tick -> beat(connection), 1);
    return statement(connection, "LISTEN outlay_version")
        .then(Mono.fromRunnable(this::found))
        .thenMany(Flux.merge(notices, beats, catchUp()));
  }

  private Mono<Void> beat(PostgresqlConnection connection) {
    return statement(connection, "SELECT 1").timeout(PATIENCE);
  }

  /** Whoever subscribed before must hear what was raised while nobody listened. */
  private Flux<Void> catchUp() {
    return Flux.fromStream(() -> board.listenedFor().stream())
        .flatMap(this::ask, 2)
        .thenMany(Flux.empty());
  }

  private void found() {
    board.forget();
    alive = true;
  }

  private void lost() {
    alive = false;
  }

  private static Mono<Void> closed(PostgresqlConnection connection) {
    return connection
        .close()
        .timeout(PATIENCE)
        .onErrorComplete(); // the other side hangs or is gone, and there is nothing left to save
  }

  private static Mono<Void> statement(PostgresqlConnection connection, String sql) {
    return connection
        .createStatement(sql)
        .execute()
        .concatMap(result -> result.getRowsUpdated())
        .then();
  }
}
