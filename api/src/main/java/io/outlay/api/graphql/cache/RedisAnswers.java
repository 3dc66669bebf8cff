package io.outlay.api.graphql.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Answers shared through Redis. No request ever waits for a connection: without one, or after a
 * failure, Redis is left alone until a probe in the background has succeeded. The first request
 * that has waited in vain for as long as Redis may take lets go all that wait with it, so a Redis
 * that hangs costs that time once, and the requests afterwards nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class RedisAnswers implements SharedAnswers, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RedisAnswers.class);

  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final int WAITING_COMMANDS = 1_000;
  private static final String PREFIX = "outlay:answer:";

  private final ClientResources resources =
      DefaultClientResources.builder().reconnectDelay(Reconnects.delay()).build();
  private final RedisClient client = RedisClient.create(resources);
  private final RedisURI address;
  private final CacheSettings settings;
  private final RedisWaits waits;
  private final Disposable probing;
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private volatile boolean usable;

  /** Ends when Redis is next found to be away. */
  private volatile Sinks.Empty<Void> outage = Sinks.empty();

  /** Connects in the background. */
  public RedisAnswers(String address, CacheSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.address = RedisURI.create(address);
    this.waits = new RedisWaits(meters);
    client.setOptions(options(settings.redisTimeout()));
    this.probing =
        Flux.interval(Duration.ZERO, PROBE)
            .onBackpressureDrop()
            .concatMap(tick -> usable ? Mono.empty() : probe(), 1)
            .subscribe();
  }

  @Override
  public Mono<byte[]> get(String key) {
    Sinks.Empty<Void> away = outage; // before looking whether Redis is usable: it ends after that
    StatefulRedisConnection<byte[], byte[]> open = connection;
    return !usable || open == null
        ? Mono.empty()
        : Mono.defer(() -> ask(open, bytes(key), away.asMono()));
  }

  private Mono<byte[]> ask(
      StatefulRedisConnection<byte[], byte[]> open, byte[] key, Mono<Void> away) {
    long began = System.nanoTime();
    return Mono.firstWithSignal(
            open.reactive().get(key).timeout(settings.redisTimeout()),
            away.then(Mono.error(() -> new TimeoutException("others have waited in vain"))))
        .doOnSuccess(answer -> waits.answered(began))
        .doOnError(failure -> waits.inVain(began))
        .onErrorResume(this::leaveAlone);
  }

  @Override
  public void put(String key, byte[] answer) {
    StatefulRedisConnection<byte[], byte[]> open = connection;
    if (usable && open != null && answer.length <= settings.largest().toBytes()) {
      open.reactive()
          .set(bytes(key), answer, SetArgs.Builder.px(settings.shared()))
          .timeout(settings.redisTimeout())
          .onErrorResume(this::leaveAlone)
          .subscribe();
    }
  }

  @Override
  public void close() {
    probing.dispose();
    client.shutdown(Duration.ZERO, settings.redisTimeout());
    Future<Boolean> _ =
        resources.shutdown(0, settings.redisTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Mono<Boolean> probe() {
    return connected()
        .flatMap(open -> open.reactive().ping())
        .timeout(settings.redisTimeout().multipliedBy(2))
        .map(pong -> usable = true)
        .doOnNext(again -> log.info("Redis shares answers"))
        .onErrorResume(failure -> Mono.just(false).doOnNext(no -> log.debug("no Redis", failure)));
  }

  private Mono<StatefulRedisConnection<byte[], byte[]>> connected() {
    StatefulRedisConnection<byte[], byte[]> open = connection;
    return open != null
        ? Mono.just(open)
        : Mono.fromCompletionStage(() -> client.connectAsync(ByteArrayCodec.INSTANCE, address))
            .doOnNext(fresh -> connection = fresh);
  }

  private <T> Mono<T> leaveAlone(Throwable failure) {
    if (usable) {
      usable = false;
      Sinks.Empty<Void> begun = outage;
      outage = Sinks.empty();
      begun.tryEmitEmpty();
      log.warn(
          "Redis does not answer; answers are not shared until it does ({})", failure.toString());
    }
    return Mono.empty();
  }

  private static byte[] bytes(String key) {
    return (PREFIX + key).getBytes(StandardCharsets.US_ASCII);
  }

  private static ClientOptions options(Duration timeout) {
    return ClientOptions.builder()
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(WAITING_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .build();
  }
}
