package io.outlay.api.graphql.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.embedded.EmbeddedRedis;
import io.outlay.embedded.test.SharedServices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A Redis that is gone or hangs costs its timeout once, is never an error, and is used again. */
class RedisAnswersFaultTests {

  private static final Duration TIMEOUT = Duration.ofMillis(300);

  /** What a busy machine may add to all of it. */
  private static final Duration SLACK = Duration.ofMillis(500);

  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final int QUESTIONS = 500;
  private static final byte[] ANSWER = "{\"shared\":true}".getBytes(StandardCharsets.UTF_8);

  private final EmbeddedRedis redis = SharedServices.get().redis();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RedisAnswers answers =
      new RedisAnswers(
          redis.url(),
          new CacheSettings(
              DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), Duration.ofHours(1), TIMEOUT),
          meters);

  @BeforeEach
  void share() {
    awaitSharing();
  }

  @AfterEach
  void close() {
    answers.close();
  }

  @Test
  void whoeverAsksAHangingRedisOneAfterTheOtherWaitsOnce() {
    costsOneTimeout(EmbeddedRedis::pause, EmbeddedRedis::resume);
  }

  @Test
  void whoeverAsksAStoppedRedisOneAfterTheOtherWaitsOnceAtMost() {
    costsOneTimeout(EmbeddedRedis::stop, EmbeddedRedis::start);
  }

  private void costsOneTimeout(Consumer<EmbeddedRedis> away, Consumer<EmbeddedRedis> back) {
    long usual = nanosOf(this::askAll);
    away.accept(redis);
    try {
      long waited = nanosOf(this::askAll);

      assertThat(Duration.ofNanos(waited - usual)).isLessThan(TIMEOUT.plus(SLACK));
      assertThat(waitsInVain()).isLessThanOrEqualTo(1);
      assertThat(longestWaitInVain()).isLessThan(TIMEOUT.plus(SLACK));
    } finally {
      back.accept(redis);
    }
    awaitSharing();
  }

  @Test
  void allWhoWaitForAHangingRedisAreLetGoWhenTheFirstHasWaitedInVain() {
    int waiting = 10;
    redis.pause();
    try {
      askThroughout(TIMEOUT.dividedBy(waiting), waiting);

      assertThat(waitsInVain()).isBetween(2L, (long) waiting);
      assertThat(longestWaitInVain()).isLessThan(TIMEOUT.plus(SLACK));
      // Were each to wait for itself, all would have waited for the whole of it.
      assertThat(inVain().mean(TimeUnit.MILLISECONDS)).isLessThan(TIMEOUT.toMillis() * 0.8);
    } finally {
      redis.resume();
    }
    awaitSharing();
  }

  private void askAll() {
    IntStream.range(0, QUESTIONS)
        .forEach(i -> assertThat(answers.get("unknown").blockOptional(RECOVERY)).isEmpty());
  }

  /** One question after each pause, whether or not those before have been answered. */
  private void askThroughout(Duration pause, int questions) {
    List<Boolean> told =
        Objects.requireNonNull(
            Flux.interval(Duration.ZERO, pause)
                .take(questions)
                .flatMap(tick -> answers.get("unknown").hasElement(), questions)
                .collectList()
                .block(RECOVERY));
    assertThat(told).hasSize(questions).containsOnly(false);
  }

  private void awaitSharing() {
    Boolean isShared =
        Mono.fromRunnable(() -> answers.put("known", ANSWER))
            .then(answers().hasElement())
            .repeatWhen(rounds -> rounds.delayElements(Duration.ofMillis(20)))
            .filter(found -> found)
            .blockFirst(RECOVERY);
    assertThat(isShared).isTrue();
  }

  private Mono<byte[]> answers() {
    return Mono.defer(() -> answers.get("known"));
  }

  private Timer inVain() {
    return meters.get("outlay.cache.redis").tag("outcome", "in_vain").timer();
  }

  private long waitsInVain() {
    return inVain().count();
  }

  private Duration longestWaitInVain() {
    return Duration.ofNanos((long) inVain().max(TimeUnit.NANOSECONDS));
  }

  private static long nanosOf(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return System.nanoTime() - began;
  }
}
