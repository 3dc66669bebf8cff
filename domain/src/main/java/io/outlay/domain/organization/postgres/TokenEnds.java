package io.outlay.domain.organization.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells long-lived connections when their token ends.
 *
 * <p>Announcements tell at once. While they cannot be trusted, and after they come back, all tokens
 * in use are looked up together once a second.
 */
public final class TokenEnds implements Notifications.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TokenEnds.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_TIMER = Duration.ofDays(30);

  private static final String STILL_VALID =
      "SELECT api_token_id FROM api_token WHERE api_token_id = ANY($1) AND revoked_at IS NULL";

  private final Database database;
  private final Notifications notifications;
  private final Clock clock;

  /** Connections per token in use; bounded by the number of connections. */
  private final Map<Long, Integer> inUse = new ConcurrentHashMap<>();

  private final Sinks.Many<Long> changed = Sinks.many().multicast().directBestEffort();
  private final Disposable.Composite running = Disposables.composite();
  private volatile boolean lookOnce = true;

  /** Listens from now on. */
  public TokenEnds(Database database, Notifications notifications, Clock clock) {
    this.database = database;
    this.notifications = notifications;
    this.clock = clock;
    running.add(notifications.listen(NotificationChannel.API_TOKEN, this));
    running.add(
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .filter(tick -> mustLook())
            .concatMap(tick -> lookAtAll(), 1)
            .subscribe());
  }

  /** Completes when the caller's token is revoked or runs out; never for one that lasts. */
  public Mono<Void> ended(Viewer viewer) {
    return Mono.firstWithSignal(expired(viewer), revoked(viewer));
  }

  @Override
  public void heard(String payload) {
    tell(TokenSignIn.tokenId(payload));
  }

  @Override
  public void resumed() {
    lookOnce = true;
  }

  @Override
  public void close() {
    running.dispose();
  }

  private Mono<Void> expired(Viewer viewer) {
    if (viewer.expiresAt() == null) {
      return Mono.never();
    }
    Duration left = Duration.between(clock.instant(), viewer.expiresAt());
    return left.compareTo(LONGEST_TIMER) > 0 ? Mono.never() : Mono.delay(positive(left)).then();
  }

  private static Duration positive(Duration left) {
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Mono<Void> revoked(Viewer viewer) {
    Long tokenId = viewer.tokenId();
    if (tokenId == null) {
      return Mono.never();
    }
    return Flux.using(() -> use(tokenId), changes -> changes, changes -> release(tokenId))
        .concatMap(changed -> isGone(tokenId), 1)
        .any(gone -> gone)
        .then();
  }

  /** The token's changes, beginning with one look: it may have ended while it was signed in. */
  private Flux<Long> use(long tokenId) {
    inUse.merge(tokenId, 1, Integer::sum);
    return Flux.merge(changed.asFlux().filter(id -> id == tokenId), Mono.just(tokenId))
        .onBackpressureLatest();
  }

  private void release(long tokenId) {
    inUse.computeIfPresent(tokenId, (id, count) -> count == 1 ? null : count - 1);
  }

  /** Whether the token is known to be gone; where that cannot be told now, the next look will. */
  private Mono<Boolean> isGone(long tokenId) {
    return valid(Set.of(tokenId))
        .hasElements()
        .map(valid -> !valid)
        .onErrorResume(cause -> lookAgain(cause).thenReturn(false));
  }

  private boolean mustLook() {
    return lookOnce || !notifications.isCurrent();
  }

  private Mono<Void> lookAtAll() {
    lookOnce = false;
    Set<Long> asked = Set.copyOf(inUse.keySet());
    return valid(asked)
        .collect(Collectors.toSet())
        .doOnNext(valid -> asked.stream().filter(id -> !valid.contains(id)).forEach(this::tell))
        .onErrorResume(this::lookAgain)
        .then();
  }

  private <T> Mono<T> lookAgain(Throwable cause) {
    LOG.debug("Tokens in use could not be looked up; trying again", cause);
    lookOnce = true;
    return Mono.empty();
  }

  private Flux<Long> valid(Set<Long> tokenIds) {
    return tokenIds.isEmpty()
        ? Flux.empty()
        : database
            .asSystem()
            .query(
                STILL_VALID,
                List.of((Object) tokenIds.toArray(Long[]::new)),
                row -> Objects.requireNonNull(row.get("api_token_id", Long.class)));
  }

  private void tell(long tokenId) {
    if (inUse.containsKey(tokenId)) {
      changed.emitNext(tokenId, Sinks.EmitFailureHandler.busyLooping(LOOK));
    }
  }
}
