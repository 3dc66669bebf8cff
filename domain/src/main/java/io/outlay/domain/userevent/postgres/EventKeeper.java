package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.EventType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes events that need not be kept any longer, once a day; what was summed up of them stays.
 * Every process may do so at once.
 */
public final class EventKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventKeeper.class);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final int AT_ONCE = 5_000;
  private static final int MOST_ROUNDS = 2_000;

  private static final String SQL =
      """
      DELETE FROM user_event WHERE (organization_id, event_id) IN (
        SELECT organization_id, event_id FROM user_event
         WHERE type = $1 AND recorded_at < $2 AND occurred_at < $2 LIMIT $3)
      """;

  private final Database database;
  private final EventRetention retention;
  private final Clock clock;
  private final Disposable.Swap running = Disposables.swap();

  /** Removes nothing before {@link #start()}. */
  public EventKeeper(Database database, EventRetention retention, Clock clock) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
  }

  /** Begins to look once a day. */
  public void start() {
    running.update(
        Flux.interval(FIRST, BETWEEN)
            .onBackpressureDrop()
            .concatMap(tick -> removeExpired().onErrorResume(EventKeeper::notNow), 1)
            .subscribe());
  }

  @Override
  public void close() {
    running.dispose();
  }

  /** Removes what has expired, at most ten million events of a type; tells how many. */
  public Mono<Long> removeExpired() {
    Instant now = clock.instant();
    return Flux.fromArray(EventType.values())
        .concatMap(type -> removeExpired(type, retention.keptFrom(type, now)))
        .reduce(0L, Long::sum)
        .doOnNext(removed -> LOG.info("{} events of users were no longer to be kept", removed));
  }

  private Mono<Long> removeExpired(EventType type, Instant before) {
    return database
        .asSystem()
        .update(SQL, List.of(type.name(), before, AT_ONCE))
        .repeat(MOST_ROUNDS)
        .takeUntil(removed -> removed < AT_ONCE)
        .reduce(0L, Long::sum);
  }

  private static Mono<Long> notNow(Throwable error) {
    LOG.warn("expired events of users could not be removed now: {}", error.toString());
    return Mono.empty();
  }
}
