package io.outlay.scoring.serving;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Values by key: kept for a short time, and loaded once for all who ask for them meanwhile. What is
 * being loaded is loaded to its end even if who asked first leaves, since others may wait; failures
 * are told to all who wait, and not kept.
 */
final class SharedLoads<K, V> {

  private final AsyncCache<K, V> kept;
  private final Duration patience;

  /**
   * @param timeToLive how long a value is kept
   * @param mostWeight sum of the weights of all values kept
   * @param patience how long a load may take
   */
  SharedLoads(Duration timeToLive, long mostWeight, Weigher<K, V> weigher, Duration patience) {
    this.patience = patience;
    this.kept =
        Caffeine.newBuilder()
            .expireAfterWrite(timeToLive)
            .maximumWeight(mostWeight)
            .weigher(weigher)
            .buildAsync();
  }

  /**
   * Values of keys; keys without one are left out.
   *
   * @param load asked once, for those keys that are not at hand and nobody loads
   */
  Mono<Map<K, V>> of(Collection<K> keys, Function<List<K>, Mono<Map<K, V>>> load) {
    return Mono.deferContextual(
        context -> {
          Map<K, CompletableFuture<@Nullable V>> found = new LinkedHashMap<>();
          Map<K, CompletableFuture<@Nullable V>> mine = new HashMap<>();
          keys.forEach(key -> found.computeIfAbsent(key, asked -> find(asked, mine)));
          if (!mine.isEmpty()) {
            start(mine, load, context);
          }
          return all(found);
        });
  }

  private CompletableFuture<@Nullable V> find(K key, Map<K, CompletableFuture<@Nullable V>> mine) {
    CompletableFuture<@Nullable V> present = kept.getIfPresent(key);
    if (present != null) {
      return present;
    }
    CompletableFuture<@Nullable V> fresh = new CompletableFuture<>();
    CompletableFuture<@Nullable V> before = kept.asMap().putIfAbsent(key, fresh);
    if (before != null) {
      return before;
    }
    mine.put(key, fresh);
    return fresh;
  }

  private void start(
      Map<K, CompletableFuture<@Nullable V>> mine,
      Function<List<K>, Mono<Map<K, V>>> load,
      ContextView context) {
    Mono.defer(() -> load.apply(new ArrayList<>(mine.keySet())))
        .timeout(patience)
        .contextWrite(context)
        .subscribe(
            values -> mine.forEach((key, future) -> future.complete(values.get(key))),
            error -> mine.values().forEach(future -> future.completeExceptionally(error)),
            () -> mine.values().forEach(future -> future.complete(null)));
  }

  private static <K, V> Mono<Map<K, V>> all(Map<K, CompletableFuture<@Nullable V>> found) {
    CompletableFuture<?>[] futures = found.values().toArray(CompletableFuture[]::new);
    return Mono.fromFuture(CompletableFuture.allOf(futures), true)
        .then(Mono.fromSupplier(() -> values(found)));
  }

  private static <K, V> Map<K, V> values(Map<K, CompletableFuture<@Nullable V>> found) {
    Map<K, V> values = new LinkedHashMap<>();
    found.forEach(
        (key, future) -> {
          V value = future.resultNow(); // all are there by now
          if (value != null) {
            values.put(key, value);
          }
        });
    return values;
  }
}
