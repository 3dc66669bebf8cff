package io.outlay.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.RateLimited;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down who guesses: an address with {@value #MOST} failures within a minute must wait, and
 * its attempts reach neither the database nor the log. Callers whose token is remembered are not
 * held up by a neighbour who guesses.
 */
@Component
class FailedSignIns {

  static final int MOST = 60;

  private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int KEPT_ADDRESSES = 10_000;

  private final Cache<String, AtomicInteger> byAddress =
      Caffeine.newBuilder().maximumSize(KEPT_ADDRESSES).expireAfterWrite(WINDOW).build();
  private final AtomicInteger unlogged = new AtomicInteger();
  private final AtomicLong logAgainAt = new AtomicLong(System.nanoTime());
  private final MeterRegistry meters;

  FailedSignIns(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Completes, or errors with {@link RateLimited} while the address must wait. */
  Mono<Void> admit(String address) {
    return Mono.defer(
        () -> {
          AtomicInteger failed = byAddress.getIfPresent(address);
          return failed != null && failed.get() >= MOST
              ? Mono.error(new RateLimited(WINDOW.toSeconds()))
              : Mono.empty();
        });
  }

  /** Counts a failure and tells the log, at most once a minute for all. */
  void count(String address, Problem problem) {
    meters.counter("outlay.signin.failures", "code", problem.code().name()).increment();
    if (problem.code() != ErrorCode.UNAUTHENTICATED) {
      return;
    }
    byAddress.get(address, unknown -> new AtomicInteger()).incrementAndGet();
    unlogged.incrementAndGet();
    long now = System.nanoTime();
    long due = logAgainAt.get();
    if (now - due >= 0 && logAgainAt.compareAndSet(due, now + WINDOW.toNanos())) {
      LOG.warn("{} sign-ins failed, the last one from {}", unlogged.getAndSet(0), address);
    }
  }
}
