package io.outlay.ingestion.platform.call;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.util.retry.Retry;

/**
 * Calls one platform. Errors are {@link PlatformFailure}s; by then everything was tried that may
 * help. Safe for several threads.
 */
public final class PlatformCalls implements AutoCloseable {

  private static final int MOST_WAITING = 10_000;

  private final Exchange exchange;
  private final AnswerRules rules;
  private final AccessTokens tokens;
  private final InstantSource clock;
  private final Retry retries;
  private final AccountBreakers breakers;
  private final AccountPauses pauses;
  private final CallMetrics metrics;
  private final InstrumentedPool<Object> slots;
  private final Scheduler reading;

  /**
   * @param platform key of the platform's channel, for metrics
   */
  public PlatformCalls(
      String platform,
      WebClient client,
      CallSettings settings,
      AnswerRules rules,
      AccessTokens tokens,
      MeterRegistry meters,
      InstantSource clock) {
    this.exchange = new Exchange(client, settings);
    this.rules = rules;
    this.tokens = tokens;
    this.clock = clock;
    this.retries = new Retries(settings, () -> ThreadLocalRandom.current().nextDouble());
    this.breakers = new AccountBreakers(clock);
    this.pauses = new AccountPauses(settings.longestWait(), clock);
    this.metrics = new CallMetrics(meters, platform, breakers);
    this.slots =
        PoolBuilder.from(Mono.fromSupplier(Object::new))
            .sizeBetween(0, settings.atOnce())
            .maxPendingAcquire(MOST_WAITING)
            .buildPool();
    this.reading = Schedulers.newBoundedElastic(2, MOST_WAITING, "reading-" + platform, 60, true);
  }

  /**
   * Calls until there is a good answer or nothing helps.
   *
   * @param reader makes something of a good answer; a {@link PlatformFailure.Unreadable} of it is
   *     tried again like a broken connection
   */
  public <T> Mono<T> call(OpenFetch fetch, PlatformCall call, Function<PlatformAnswer, T> reader) {
    AdAccountKey account = fetch.connection().account();
    return pauses
        .await(account)
        .then(Mono.defer(() -> attempt(fetch, call, reader)))
        .doOnError(CallFailed.class, failed -> obey(account, failed))
        .retryWhen(retries)
        .onErrorMap(CallFailed.class, CallFailed::failure);
  }

  @Override
  public void close() {
    slots.dispose();
    reading.dispose();
  }

  private <T> Mono<T> attempt(
      OpenFetch fetch, PlatformCall call, Function<PlatformAnswer, T> reader) {
    PlatformConnection connection = fetch.connection();
    return tokens
        .token(connection)
        .flatMap(
            token ->
                guarded(fetch, call, token, reader)
                    .doOnError(CallFailed.class, failed -> forget(connection, token, failed)));
  }

  private <T> Mono<T> guarded(
      OpenFetch fetch, PlatformCall call, String token, Function<PlatformAnswer, T> reader) {
    return GuardedTry.of(
            breakers.of(fetch.connection().account()),
            clock,
            guarded ->
                slots
                    .withPoolable(slot -> measured(ask(fetch, call, token, guarded, reader)))
                    .single())
        .onErrorMap(CallNotPermittedException.class, PlatformCalls::notPermitted);
  }

  private <T> Mono<T> ask(
      OpenFetch fetch,
      PlatformCall call,
      String token,
      GuardedTry guarded,
      Function<PlatformAnswer, T> reader) {
    return Mono.defer(
            () -> {
              fetch.asked();
              return exchange.send(call, token, guarded);
            })
        .publishOn(reading)
        .map(answer -> read(fetch, answer, reader));
  }

  private <T> T read(OpenFetch fetch, PlatformAnswer answer, Function<PlatformAnswer, T> reader) {
    String id = rules.requestId(answer);
    if (id != null) {
      fetch.answered(id);
    }
    rules.check(answer);
    pauses.pause(fetch.connection().account(), rules.pauseAfter(answer));
    try {
      return reader.apply(answer);
    } catch (PlatformFailure.Unreadable unreadable) {
      throw CallFailed.retry(unreadable);
    }
  }

  private <T> Mono<T> measured(Mono<T> asked) {
    return Mono.defer(
        () -> {
          Instant begin = clock.instant();
          return asked
              .doOnNext(good -> metrics.succeeded(since(begin)))
              .doOnError(error -> metrics.failed(error, since(begin)));
        });
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }

  private void obey(AdAccountKey account, CallFailed failed) {
    Duration wish = failed.wish();
    if (wish != null) {
      pauses.pause(account, wish);
    }
  }

  private void forget(PlatformConnection connection, String token, CallFailed failed) {
    if (failed.reaction() == Reaction.NEW_TOKEN) {
      tokens.forget(connection, token);
    }
  }

  private static CallFailed notPermitted(CallNotPermittedException open) {
    return CallFailed.stop(
        new PlatformFailure.Unavailable(
            "The platform failed repeatedly for this account; it is not asked for some seconds.",
            null));
  }
}
