package io.outlay.api.graphql.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.json.DataBytes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bytes of {@code data} of answers that depend on nothing but versioned data: first in this
 * process, then in Redis, else made once for all who ask at the same time.
 *
 * <p>Nothing is ever removed for being old: a key holds the data's version, so an answer is right
 * as long as anybody asks for it.
 */
@Component
public final class ResponseCache {

  private static final int KEY_BYTES = 600; // an estimate of key and bookkeeping

  private final Cache<AnswerKey, DataBytes> local;
  private final SharedAnswers shared;
  private final long largest;
  private final Map<AnswerKey, Mono<Made>> underWay = new ConcurrentHashMap<>();

  ResponseCache(CacheSettings settings, ObjectProvider<SharedAnswers> shared) {
    this.shared = shared.getIfAvailable(() -> SharedAnswers.NONE);
    this.largest = settings.largest().toBytes();
    this.local =
        Caffeine.newBuilder()
            .maximumWeight(settings.memory().toBytes())
            .weigher((AnswerKey key, DataBytes data) -> data.length() + KEY_BYTES)
            .build();
  }

  /**
   * What came of a question.
   *
   * @param data bytes of {@code data}; null when the answer must not be kept
   * @param answer the answer itself, given to all who asked; null where the data were at hand
   */
  public record Made(@Nullable DataBytes data, @Nullable Answer answer) {}

  /** The bytes at hand; null when they must be asked for. */
  public @Nullable DataBytes find(AnswerKey key) {
    return local.getIfPresent(key);
  }

  /** Whether the same question is being answered now, so that asking it costs nothing more. */
  public boolean isUnderWay(AnswerKey key) {
    return underWay.containsKey(key);
  }

  /**
   * The answer from Redis, or made now. All who ask meanwhile share it; the work ends when the last
   * of them has left.
   */
  public Mono<Made> share(AnswerKey key, Mono<Made> make) {
    return underWay.computeIfAbsent(key, absent -> flight(absent, make));
  }

  private Mono<Made> flight(AnswerKey key, Mono<Made> make) {
    String name = key.digest();
    return shared
        .get(name)
        .map(data -> new Made(DataBytes.of(data), null))
        .switchIfEmpty(make.doOnNext(made -> publish(name, made)))
        .doOnNext(made -> keep(key, made))
        .doFinally(end -> underWay.remove(key))
        .flux()
        .replay(1)
        .refCount(1)
        .as(Flux::singleOrEmpty);
  }

  private void publish(String name, Made made) {
    DataBytes data = made.data();
    if (data != null) {
      shared.put(name, data.toBytes());
    }
  }

  private void keep(AnswerKey key, Made made) {
    DataBytes data = made.data();
    if (data != null && data.length() <= largest) {
      local.put(key, data);
    }
  }
}
