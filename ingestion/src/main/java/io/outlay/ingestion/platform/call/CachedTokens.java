package io.outlay.ingestion.platform.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tokens that are issued for a credential and live for a while. Callers at one time share one
 * request; a changed credential has a token of its own.
 */
public final class CachedTokens implements AccessTokens {

  private static final int MOST_ACCOUNTS = 10_000;
  private static final Duration KEPT_IDLE = Duration.ofHours(2);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Function<PlatformConnection, Mono<IssuedToken>> issuer;
  private final InstantSource clock;
  private final Cache<Owner, Held> tokens =
      Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).expireAfterAccess(KEPT_IDLE).build();

  /**
   * Holds none yet.
   *
   * @param issuer asks for a new one; errors with {@link CallFailed}
   */
  public CachedTokens(Function<PlatformConnection, Mono<IssuedToken>> issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public Mono<String> token(PlatformConnection connection) {
    return Mono.defer(
        () -> tokens.get(Owner.of(connection), owner -> new Held(connection)).current);
  }

  @Override
  public void forget(PlatformConnection connection, String token) {
    Held held = tokens.getIfPresent(Owner.of(connection));
    if (held != null) {
      held.refused = token;
    }
  }

  private record Owner(AdAccountKey account, PlatformCredential credential) {
    static Owner of(PlatformConnection connection) {
      return new Owner(connection.account(), connection.credential());
    }
  }

  private record Dated(String token, Instant goodUntil) {}

  private final class Held {

    private volatile @Nullable String refused;
    private final Mono<String> current;

    Held(PlatformConnection connection) {
      this.current =
          Mono.defer(() -> issuer.apply(connection))
              .map(issued -> new Dated(issued.token(), goodUntil(issued)))
              .cacheInvalidateIf(this::isOver)
              .map(Dated::token);
    }

    private Instant goodUntil(IssuedToken issued) {
      return clock.instant().plus(issued.lifetime()).minus(MARGIN);
    }

    private boolean isOver(Dated dated) {
      return dated.token().equals(refused) || !clock.instant().isBefore(dated.goodUntil());
    }
  }
}
