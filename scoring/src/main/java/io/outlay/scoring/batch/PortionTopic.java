package io.outlay.scoring.batch;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands portions out to all processes; each to one at a time, at least once. */
public interface PortionTopic {

  /** Hands a portion out; completes when that is for good. */
  Mono<Void> publish(PortionRef portion);

  /** What falls to this process, for ever. Trouble delays the stream and does not end it. */
  Flux<Delivery> read();

  /**
   * Portions that came together.
   *
   * @param done to be subscribed when all of them are dealt with; until then they come again after
   *     a crash
   */
  record Delivery(List<PortionRef> portions, Mono<Void> done) {

    /** Copies the list. */
    public Delivery {
      portions = List.copyOf(portions);
    }
  }
}
