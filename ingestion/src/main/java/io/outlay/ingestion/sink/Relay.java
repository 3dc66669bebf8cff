package io.outlay.ingestion.sink;

import io.outlay.ingestion.log.LogBatch;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lines up the chunks of one subscription, so that each knows when the one before is committed. Not
 * thread-safe: batches come one after the other.
 */
final class Relay {

  private Mono<Void> before = Mono.empty();

  /** The batch's chunks; the last of them also tells the log that the batch is dealt with. */
  List<Leg> legs(LogBatch batch) {
    List<Chunk> chunks = Chunk.of(batch);
    if (chunks.isEmpty()) {
      batch.stored().run();
      return List.of();
    }
    List<Leg> legs = new ArrayList<>(chunks.size());
    for (int i = 0; i < chunks.size() - 1; i++) {
      legs.add(leg(chunks.get(i), () -> {}));
    }
    legs.add(leg(chunks.getLast(), batch.stored()));
    return legs;
  }

  private Leg leg(Chunk chunk, Runnable stored) {
    Sinks.Empty<Void> committed = Sinks.empty();
    Leg leg =
        new Leg(
            chunk,
            before,
            () -> {
              stored.run();
              committed.tryEmitEmpty().orThrow();
            });
    before = committed.asMono();
    return leg;
  }

  /**
   * A chunk and its place.
   *
   * @param turn completes when the chunk before is committed; may be subscribed repeatedly
   * @param done to be run once when this one is
   */
  record Leg(Chunk chunk, Mono<Void> turn, Runnable done) {}
}
