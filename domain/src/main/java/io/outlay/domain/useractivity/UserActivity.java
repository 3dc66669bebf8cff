package io.outlay.domain.useractivity;

import java.time.Instant;
import java.util.Map;

/**
 * What is kept of a user for scoring.
 *
 * @param version grows with each change of any of it
 * @param knownTo when the latest of its events was recorded
 * @param deviceUsers other users seen on this user's devices
 * @param devices devices of this user
 * @param addressUsers other users seen at this user's network addresses
 * @param addresses network addresses of this user
 * @param imported values of features computed elsewhere, by name
 */
public record UserActivity(
    long userId,
    long version,
    Instant knownTo,
    Activity activity,
    int deviceUsers,
    int devices,
    int addressUsers,
    int addresses,
    Map<String, ImportedValue> imported) {

  /** Copies the imported values. */
  public UserActivity {
    imported = Map.copyOf(imported);
  }

  /**
   * A value computed elsewhere.
   *
   * @param knownAt when it was known
   */
  public record ImportedValue(double value, Instant knownAt) {}
}
