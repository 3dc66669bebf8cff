package io.outlay.ingestion.platform.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/** Until when accounts shall not be asked for, by the platform's own wish. */
final class AccountPauses {

  private static final int MOST_ACCOUNTS = 10_000;

  private final Duration longestWait;
  private final InstantSource clock;
  private final Cache<AdAccountKey, Instant> until =
      Caffeine.newBuilder()
          .maximumSize(MOST_ACCOUNTS)
          .expireAfterWrite(Duration.ofHours(25))
          .build();

  AccountPauses(Duration longestWait, InstantSource clock) {
    this.longestWait = longestWait;
    this.clock = clock;
  }

  /** Asks for nothing of the account for so long; a longer wish that stands stays. */
  void pause(AdAccountKey account, Duration wish) {
    if (wish.isPositive()) {
      until.asMap().merge(account, clock.instant().plus(wish), AccountPauses::later);
    }
  }

  /** Ends when the account may be asked for; errors at once where that is too long to wait here. */
  Mono<Void> await(AdAccountKey account) {
    return Mono.defer(
        () -> {
          Instant end = until.getIfPresent(account);
          Duration left = end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
          if (!left.isPositive()) {
            return Mono.empty();
          }
          return left.compareTo(longestWait) > 0
              ? Mono.error(CallFailed.stop(new PlatformFailure.Throttled(message(left), left)))
              : Mono.delay(left).then();
        });
  }

  private static String message(Duration left) {
    return "The platform wants no requests for this account for another %d s."
        .formatted(left.toSeconds());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
