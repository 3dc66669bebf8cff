package io.outlay.api.whole;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Asks a server again and again, each time something that no cache knows, and notes how it went.
 */
final class SteadyReader implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String QUESTION =
      "query($name: String!) { performance(range: {from: \"2026-01-01\", to: \"2026-06-30\"},"
          + " filter: {channels: [\"LEDGER\"], campaignNameContains: $name})"
          + " { totals { clicks spend { amount } } } }";

  private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();
  private final Caller caller;
  private final Thread thread = new Thread(this::read, "steady-reader");
  private volatile boolean closed;

  SteadyReader(Caller caller) {
    this.caller = caller;
    thread.start();
  }

  /**
   * One answer.
   *
   * @param beganAt by {@link System#nanoTime()}
   * @param outcome {@code DATA}, the error's code, or what else came
   */
  record Reading(long beganAt, Duration took, String outcome) {

    boolean isData() {
      return outcome.equals("DATA");
    }
  }

  /** Answers to what was asked since then. */
  List<Reading> since(long nanoTime) {
    return readings.stream().filter(reading -> reading.beganAt() - nanoTime >= 0).toList();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    for (long asked = 0; !closed; asked++) {
      long began = System.nanoTime();
      String outcome = outcome("c" + asked);
      readings.add(new Reading(began, Duration.ofNanos(System.nanoTime() - began), outcome));
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private String outcome(String name) {
    try {
      JsonNode answer = caller.ask(QUESTION, Map.of("name", name));
      JsonNode error = answer.at("/errors/0/extensions");
      if (error.isMissingNode()) {
        return answer.at("/data/performance/totals").isObject() ? "DATA" : answer.toString();
      }
      boolean isRetryable = error.at("/retryable").asBoolean(false);
      return error.at("/code").asString() + (isRetryable ? ", retryable" : "");
    } catch (UncheckedIOException failed) {
      return failed.toString();
    }
  }
}
