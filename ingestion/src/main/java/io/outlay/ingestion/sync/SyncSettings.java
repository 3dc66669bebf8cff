package io.outlay.ingestion.sync;

import java.time.Duration;

/**
 * How accounts are collected.
 *
 * @param parallel accounts at work at once in this process
 * @param daysAtOnce most days asked for by one question
 * @param turn how long a run goes on before it gives the rest back and waits behind other accounts
 * @param lease how long a worker that no longer answers keeps its account
 * @param pause how long to wait before looking for work again
 * @param mostTries how often a job is taken up without coming further before it fails
 */
public record SyncSettings(
    int parallel, int daysAtOnce, Duration turn, Duration lease, Duration pause, int mostTries) {

  /** The usual ones. */
  public static final SyncSettings DEFAULT =
      new SyncSettings(
          4, 15, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(500), 50);
}
