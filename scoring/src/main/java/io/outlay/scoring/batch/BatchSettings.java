package io.outlay.scoring.batch;

import java.time.Duration;

/**
 * How portions are scored.
 *
 * @param parallel portions this process scores side by side
 * @param lease how long a coordinator that no longer answers keeps its job
 * @param look how often a coordinator looks how far its job is, and for new jobs
 * @param patience how long nothing may move before open portions are handed out again
 */
public record BatchSettings(int parallel, Duration lease, Duration look, Duration patience) {

  /** The usual ones. */
  public static final BatchSettings DEFAULT =
      new BatchSettings(2, Duration.ofSeconds(15), Duration.ofMillis(500), Duration.ofSeconds(30));
}
