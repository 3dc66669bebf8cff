package io.outlay.api.security;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Waits for reactive work on a thread that starts the program and serves nobody yet. */
final class StartUp {

  private StartUp() {}

  /** Waits; throws what the work failed with, and gives up after the given time. */
  static void await(Mono<Void> work, Duration longest) {
    try {
      work.toFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer within " + longest, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    }
  }
}
