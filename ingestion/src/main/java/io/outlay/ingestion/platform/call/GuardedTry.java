package io.outlay.ingestion.platform.call;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One try behind a circuit breaker. How long it took is how long the platform let wait for the
 * beginning of its answer: the stream of a large report takes its time on a platform that is well,
 * and so does a try that waits for its turn on this side.
 */
final class GuardedTry {

  private final CircuitBreaker breaker;
  private final InstantSource clock;
  private volatile @Nullable Instant sent;
  private volatile @Nullable Instant begun;

  private GuardedTry(CircuitBreaker breaker, InstantSource clock) {
    this.breaker = breaker;
    this.clock = clock;
  }

  /** Makes a try where the breaker lets it; errors with {@link CallNotPermittedException} else. */
  static <T> Mono<T> of(
      CircuitBreaker breaker, InstantSource clock, Function<GuardedTry, Mono<T>> asked) {
    return Mono.defer(
        () ->
            breaker.tryAcquirePermission()
                ? new GuardedTry(breaker, clock).watched(asked)
                : Mono.error(CallNotPermittedException.createCallNotPermittedException(breaker)));
  }

  /** The request leaves. */
  void sent() {
    sent = clock.instant();
  }

  /** The head of the answer is there. */
  void begun() {
    begun = clock.instant();
  }

  private <T> Mono<T> watched(Function<GuardedTry, Mono<T>> asked) {
    return asked
        .apply(this)
        .doOnSuccess(good -> breaker.onSuccess(nanos(), TimeUnit.NANOSECONDS))
        .doOnError(error -> breaker.onError(nanos(), TimeUnit.NANOSECONDS, error))
        .doOnCancel(breaker::releasePermission);
  }

  private long nanos() {
    Instant from = sent;
    Instant to = begun;
    return from == null ? 0 : Duration.between(from, to == null ? clock.instant() : to).toNanos();
  }
}
