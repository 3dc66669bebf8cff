package io.outlay.api.version;

import io.outlay.domain.platform.Completeness;
import io.outlay.domain.version.DataVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A data version with the days on which its accounts are. The days are reckoned anew only when one
 * of them may have changed. Thread-safe: whoever reckons comes to the same.
 */
final class StateOfVersion {

  private final DataVersion version;
  private final Set<ZoneId> zones;
  private volatile Stretch latest = new Stretch("", Instant.MAX, Instant.MIN);

  StateOfVersion(DataVersion version, Set<ZoneId> zones) {
    this.version = version;
    this.zones = Set.copyOf(zones);
  }

  boolean isOf(DataVersion other) {
    return version.equals(other);
  }

  /** A text that differs whenever the version or the days do. */
  String at(Instant now) {
    Stretch known = latest;
    if (!known.holds(now)) {
      known = stretch(now);
      latest = known;
    }
    return known.state();
  }

  /**
   * The days as one number: each zone's day only ever grows and the zones of a version stay, so
   * their sum differs as soon as any of them has a new day, or a day that must be fetched by now.
   */
  private Stretch stretch(Instant now) {
    Instant marginAgo = now.minus(Completeness.MARGIN);
    long days =
        zones.stream()
            .mapToLong(zone -> day(now, zone).toEpochDay() + day(marginAgo, zone).toEpochDay())
            .sum();
    Instant until =
        zones.stream()
            .flatMap(
                zone ->
                    Stream.of(
                        dayAfter(now, zone), dayAfter(marginAgo, zone).plus(Completeness.MARGIN)))
            .min(Instant::compareTo)
            .orElseGet(() -> now.plus(Duration.ofDays(1)));
    return new Stretch(version.token() + "@" + days, now, until);
  }

  private static LocalDate day(Instant time, ZoneId zone) {
    return LocalDate.ofInstant(time, zone);
  }

  private static Instant dayAfter(Instant time, ZoneId zone) {
    return day(time, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** From when until before when a text holds. */
  private record Stretch(String state, Instant from, Instant until) {

    boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }
}
