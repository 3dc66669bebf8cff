package io.outlay.scoring.serving;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Hands elements on in the background, in batches, one batch at a time. Nobody waits for it: what
 * comes faster than it can be handed on, and what cannot be handed on, is dropped and counted.
 */
final class DroppingBuffer<T> {

  private static final Logger LOG = LoggerFactory.getLogger(DroppingBuffer.class);
  private static final int BATCH = 1_000;

  private final String what;
  private final ArrayBlockingQueue<T> waiting;
  private final Function<List<T>, Mono<Void>> handOn;
  private final Counter dropped;
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * @param what is handed on, for the log
   * @param capacity elements that may wait
   * @param handOn takes a batch of at most 1,000
   * @param dropped counts what was lost
   */
  DroppingBuffer(String what, int capacity, Function<List<T>, Mono<Void>> handOn, Counter dropped) {
    this.what = what;
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.handOn = handOn;
    this.dropped = dropped;
  }

  /** Takes elements; never waits. */
  void offer(List<T> elements) {
    int lost = 0;
    for (T element : elements) {
      if (!waiting.offer(element)) {
        lost++;
      }
    }
    if (lost > 0) {
      dropped.increment(lost);
    }
    next();
  }

  private void next() {
    if (waiting.isEmpty() || !busy.compareAndSet(false, true)) {
      return;
    }
    List<T> batch = new ArrayList<>();
    waiting.drainTo(batch, BATCH);
    Mono.defer(() -> batch.isEmpty() ? Mono.<Void>empty() : handOn.apply(batch))
        .onErrorResume(error -> lost(batch.size(), error))
        .doFinally(
            end -> {
              busy.set(false);
              next();
            })
        .subscribe();
  }

  private Mono<Void> lost(int elements, Throwable error) {
    LOG.warn("{} {} could not be kept: {}", elements, what, error.toString());
    dropped.increment(elements);
    return Mono.empty();
  }
}
