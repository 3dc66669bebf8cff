package io.outlay.api.graphql.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers shared through Redis. No request ever waits for a connection: without one, or after a
 * failure, Redis is left alone until a probe in the background has succeeded. So a Redis that hangs
 * costs the requests under way one timeout, and those after them nothing.
 */
public final class RedisAnswers implements SharedAnswers, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RedisAnswers.class);

  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final int WAITING_COMMANDS = 1_000;
  private static final String PREFIX = "outlay:answer:";

  private final RedisClient client;
  private final RedisURI address;
  private final CacheSettings settings;
  private final Disposable probing;
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private volatile boolean usable;

  /** Connects in the background. */
  public RedisAnswers(String address, CacheSettings settings) {
    this.settings = settings;
    this.address = RedisURI.create(address);
    this.client = RedisClient.create();
    client.setOptions(options(settings.redisTimeout()));
    this.probing =
        Flux.interval(Duration.ZERO, PROBE)
            .onBackpressureDrop()
            .concatMap(tick -> usable ? Mono.empty() : probe(), 1)
            .subscribe();
  }

  @Override
  public Mono<byte[]> get(String key) {
    StatefulRedisConnection<byte[], byte[]> open = connection;
    if (!usable || open == null) {
      return Mono.empty();
    }
    return open.reactive()
        .get(bytes(key))
        .timeout(settings.redisTimeout())
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
