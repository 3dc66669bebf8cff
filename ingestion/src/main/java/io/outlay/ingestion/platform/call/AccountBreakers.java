package io.outlay.ingestion.platform.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A circuit breaker for each account of a platform, so that one account's trouble does not stop the
 * others. Those of accounts that are no longer asked for are forgotten.
 */
final class AccountBreakers {

  private static final int MOST_ACCOUNTS = 10_000;

  private final CircuitBreakerConfig config;
  private final Cache<AdAccountKey, CircuitBreaker> breakers =
      Caffeine.newBuilder()
          .maximumSize(MOST_ACCOUNTS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  AccountBreakers(InstantSource clock) {
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(50)
            .slowCallRateThreshold(50)
            .slowCallDurationThreshold(Duration.ofSeconds(5))
            .waitDurationInOpenState(Duration.ofSeconds(15))
            .permittedNumberOfCallsInHalfOpenState(2)
            .clock(clock.withZone(ZoneOffset.UTC))
            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
            .recordException(AccountBreakers::isPlatformsTrouble)
            .build();
  }

  CircuitBreaker of(AdAccountKey account) {
    Function<AdAccountKey, CircuitBreaker> born = key -> CircuitBreaker.of(key.channel(), config);
    return breakers.get(account, born);
  }

  /** How many accounts are not called at the moment. */
  long open() {
    return breakers.asMap().values().stream()
        .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
        .count();
  }

  /** A refusal or a wish for fewer requests is an answer of a platform that works. */
  private static boolean isPlatformsTrouble(Throwable error) {
    return !(error instanceof CallFailed failed)
        || failed.failure() instanceof PlatformFailure.Unavailable
        || failed.failure() instanceof PlatformFailure.Unreadable;
  }
}
