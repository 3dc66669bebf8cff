package io.outlay.domain.database;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hears what other processes announce, and knows whether it still hears.
 *
 * <p>One connection listens for the whole process. A small statement travels over the same
 * connection every {@value #BEAT_MILLIS} ms; its answer proves that everything announced before it
 * was sent has been heard. While the last proof is younger than a second, {@link #isCurrent()} is
 * true and what was learnt may be trusted; otherwise ask PostgreSQL. A lost connection is opened
 * again until it holds.
 */
public final class Notifications implements AutoCloseable {

  /** Takes announcements. Called on the connection's event loop: be short and never block. */
  public interface Listener {

    /** Something was announced. */
    void heard(String payload);

    /** Announcements may have been missed before now: forget what was learnt from them. */
    void resumed();
  }

  private record Registration(NotificationChannel channel, Listener listener) {}

  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final int BEAT_MILLIS = 250;
  private static final Duration ANSWER = Duration.ofMillis(750);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

  private final Database database;
  private final List<Registration> registrations = new CopyOnWriteArrayList<>();
  private final Disposable.Swap running = Disposables.swap();
  private volatile long provenAt = System.nanoTime() - 2 * TRUSTED_NANOS;
  private volatile boolean listening;

  /** Hears nothing until {@link #start()}. */
  public Notifications(Database database) {
    this.database = database;
  }

  /** Passes on what is announced from now on; dispose the result to hear no more. */
  public Disposable listen(NotificationChannel channel, Listener listener) {
    Registration registration = new Registration(channel, listener);
    registrations.add(registration);
    return () -> registrations.remove(registration);
  }

  /** Starts to listen; returns at once, also while PostgreSQL is away. */
  public void start() {
    running.update(
        Mono.usingWhen(
                database.listener().timeout(CONNECT), this::attend, PostgresqlConnection::close)
            .doOnError(this::lost)
            .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(BEAT_MILLIS)))
            .subscribe());
  }

  /** Whether everything announced until a second ago has been heard. */
  public boolean isCurrent() {
    return listening && System.nanoTime() - provenAt < TRUSTED_NANOS;
  }

  /** Time since PostgreSQL has last proven that it answers; more than a second is trouble. */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - provenAt);
  }

  @Override
  public void close() {
    running.dispose();
    listening = false;
  }

  private Mono<Void> attend(PostgresqlConnection connection) {
    Flux<Void> heard = connection.getNotifications().doOnNext(this::pass).thenMany(Flux.empty());
    Mono<Void> subscribed =
        run(connection, listenStatements()).doOnSuccess(done -> found()).then(beat(connection));
    return Flux.merge(heard, subscribed).then();
  }

  private Mono<Void> beat(PostgresqlConnection connection) {
    return Flux.interval(Duration.ofMillis(BEAT_MILLIS))
        .onBackpressureDrop()
        .concatMap(tick -> prove(connection), 1)
        .then();
  }

  private Mono<Void> prove(PostgresqlConnection connection) {
    return Mono.defer(
        () -> {
          long asked = System.nanoTime();
          return run(connection, "SELECT 1").doOnSuccess(answered -> provenAt = asked);
        });
  }

  private static Mono<Void> run(PostgresqlConnection connection, String sql) {
    return connection
        .createStatement(sql)
        .execute()
        .concatMap(result -> result.getRowsUpdated())
        .then()
        .timeout(ANSWER);
  }

  private static String listenStatements() {
    return Arrays.stream(NotificationChannel.values())
        .map(channel -> "LISTEN " + channel.sqlName())
        .collect(Collectors.joining("; "));
  }

  private void found() {
    registrations.forEach(registration -> registration.listener().resumed());
    provenAt = System.nanoTime();
    listening = true;
    LOG.info("Hearing what other processes announce");
  }

  private void lost(Throwable cause) {
    if (listening) {
      LOG.warn("The connection for announcements is lost; asking PostgreSQL instead: {}", cause);
    }
    listening = false;
  }

  private void pass(Notification notification) {
    String payload = notification.getParameter();
    for (Registration registration : registrations) {
      if (registration.channel().sqlName().equals(notification.getName()) && payload != null) {
        registration.listener().heard(payload);
      }
    }
  }
}
