package io.outlay.domain.organization.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * Knows callers by their tokens.
 *
 * <p>Known callers are kept for five minutes and dropped as soon as a change of their token is
 * announced. While announcements cannot be trusted PostgreSQL is asked each time, so that a revoked
 * token is refused everywhere within a second.
 */
public final class TokenSignIn implements Notifications.Listener {

  private static final int KEPT_CALLERS = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  /**
   * Reads the token and notes its use. The note skips a row that somebody else is changing and
   * tokens noted lately, so that signing in neither waits nor writes each time.
   */
  private static final String FIND =
      """
      WITH touched AS (
        UPDATE api_token SET last_used_at = clock_timestamp()
         WHERE (organization_id, api_token_id) IN
               (SELECT organization_id, api_token_id FROM api_token
                 WHERE token_hash = $1 AND revoked_at IS NULL
                   AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '5 minutes')
                   FOR NO KEY UPDATE SKIP LOCKED))
      SELECT
      """
          + ApiTokenRows.COLUMNS
          + " FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL";

  private final Database database;
  private final Notifications notifications;
  private final Clock clock;
  private final Cache<String, Viewer> known =
      Caffeine.newBuilder().maximumSize(KEPT_CALLERS).expireAfterWrite(KEPT).build();

  /** Counts announcements: what was read before one may be outdated after it. */
  private final AtomicLong announcements = new AtomicLong();

  /** Listens from now on. */
  public TokenSignIn(Database database, Notifications notifications, Clock clock) {
    this.database = database;
    this.notifications = notifications;
    this.clock = clock;
    notifications.listen(NotificationChannel.API_TOKEN, this);
  }

  /** The caller from memory, without any waiting; empty when PostgreSQL must be asked. */
  public Optional<Viewer> remembered(TokenSecret secret) {
    return remembered(key(secret));
  }

  /** The caller; empty where the token is unknown, expired or revoked. */
  public Mono<Viewer> viewer(TokenSecret secret) {
    return Mono.defer(
        () -> {
          String key = key(secret);
          return Mono.justOrEmpty(remembered(key))
              .switchIfEmpty(Mono.defer(() -> ask(secret, key)));
        });
  }

  @Override
  public void heard(String payload) {
    announcements.incrementAndGet();
    long tokenId = tokenId(payload);
    known.asMap().values().removeIf(viewer -> Objects.equals(viewer.tokenId(), tokenId));
  }

  @Override
  public void resumed() {
    announcements.incrementAndGet();
    known.invalidateAll();
  }

  /** The token's number in an announcement {@code organization:token}. */
  static long tokenId(String payload) {
    return Long.parseLong(payload.substring(payload.indexOf(':') + 1));
  }

  private Optional<Viewer> remembered(String key) {
    return notifications.isCurrent()
        ? Optional.ofNullable(known.getIfPresent(key)).filter(this::isValid)
        : Optional.empty();
  }

  private Mono<Viewer> ask(TokenSecret secret, String key) {
    long heardBefore = announcements.get();
    return database
        .asSystem()
        .one(FIND, List.of(secret.sha256()), TokenSignIn::toViewer)
        .filter(this::isValid)
        .doOnNext(viewer -> remember(key, viewer, heardBefore));
  }

  private void remember(String key, Viewer viewer, long heardBefore) {
    known.put(key, viewer);
    if (announcements.get() != heardBefore) {
      known.invalidate(key);
    }
  }

  private boolean isValid(Viewer viewer) {
    return !viewer.isExpired(clock.instant());
  }

  private static String key(TokenSecret secret) {
    return HexFormat.of().formatHex(secret.sha256());
  }

  private static Viewer toViewer(Readable row) {
    ApiToken token = ApiTokenRows.toToken(row);
    return new Viewer(
        new OrganizationId(Objects.requireNonNull(row.get("organization_id", Long.class))),
        token.actor(),
        token.id(),
        token.grant().role(),
        token.grant().scope(),
        Language.ENGLISH,
        token.grant().expiresAt());
  }
}
