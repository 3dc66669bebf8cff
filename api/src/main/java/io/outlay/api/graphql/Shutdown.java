package io.outlay.api.graphql;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells open streams that the server is going down, before the server waits for them to end. */
@Component
public final class Shutdown implements SmartLifecycle {

  private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 512;

  private final Sinks.Empty<Void> signal = Sinks.empty();
  private volatile boolean running;

  /** Completes when the server goes down. */
  public Mono<Void> signal() {
    return signal.asMono();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    signal.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_WEB_SERVER;
  }
}
