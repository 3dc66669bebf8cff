package io.outlay.domain.version;

import java.time.Instant;

/**
 * State of an organization's data. The time is part of it, so that a database restored from a
 * backup, which counts on from an earlier number, is never mistaken for the one before.
 *
 * @param number greater with each change; 0 before the first
 * @param committedAt when it became true, in microseconds
 */
public record DataVersion(long number, Instant committedAt) {

  /** Short text that differs between any two states: for cache keys and ETags. */
  public String token() {
    long micros = committedAt.getEpochSecond() * 1_000_000 + committedAt.getNano() / 1_000;
    return Long.toString(number, 36) + "." + Long.toString(micros, 36);
  }
}
