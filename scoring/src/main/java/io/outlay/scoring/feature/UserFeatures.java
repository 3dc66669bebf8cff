package io.outlay.scoring.feature;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of a user at a time.
 *
 * @param version of what the values were computed from; the same version and time give the same
 *     values
 * @param at the time they are for
 * @param knownTo when the latest event behind them was recorded
 * @param values one a feature, in the order asked; NaN for missing
 * @param stale names of features whose values are older than they should be
 */
@SuppressWarnings("ArrayRecordComponent") // one a feature, never compared
public record UserFeatures(
    long userId, long version, Instant at, Instant knownTo, float[] values, Set<String> stale) {

  /** Copies the names. */
  public UserFeatures {
    stale = Set.copyOf(stale);
  }
}
