package io.outlay.scoring.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A topic in memory. What a reader took and left undone is lost: the job hands it out again. */
final class SharedTopic implements PortionTopic {

  private static final Duration LOOK = Duration.ofMillis(5);

  private final ConcurrentLinkedQueue<PortionRef> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public Mono<Void> publish(PortionRef portion) {
    return Mono.fromRunnable(() -> waiting.add(portion));
  }

  @Override
  public Flux<Delivery> read() {
    return Flux.interval(LOOK)
        .onBackpressureDrop()
        .concatMap(tick -> Mono.justOrEmpty(waiting.poll()), 1)
        .map(portion -> new Delivery(List.of(portion), Mono.empty()));
  }
}
