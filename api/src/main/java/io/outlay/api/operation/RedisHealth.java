package io.outlay.api.operation;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Whether Redis answers; without it every process caches for itself. */
@Component("redisHealthIndicator")
class RedisHealth implements ReactiveHealthIndicator {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** Opening a connection may wait for Redis, so it does so here and not on an event loop. */
  private static final Scheduler WAITING =
      Schedulers.newBoundedElastic(1, 16, "redis-health", 60, true);

  private final ReactiveRedisConnectionFactory redis;

  RedisHealth(ReactiveRedisConnectionFactory redis) {
    this.redis = redis;
  }

  @Override
  public Mono<Health> health() {
    return Mono.usingWhen(
            Mono.fromCallable(redis::getReactiveConnection).subscribeOn(WAITING),
            ReactiveRedisConnection::ping,
            ReactiveRedisConnection::closeLater)
        .map(pong -> Health.up().build())
        .timeout(LONGEST)
        .onErrorResume(
            away -> Mono.just(Degraded.because(away, "answers are cached per process only")));
  }
}
