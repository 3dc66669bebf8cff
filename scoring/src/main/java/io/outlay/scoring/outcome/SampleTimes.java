package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At which times users are learned from: churn and fraud once in each stretch of 30 days since
 * 1970, first purchases once at each age since sign-up, each at a time of day that looks random and
 * is always the same for the user. A later end therefore adds times and moves none.
 *
 * @param from the earliest
 * @param until the latest: what comes after is not ripe
 */
record SampleTimes(RiskKind kind, RiskSettings settings, Instant from, Instant until) {

  /** More stretches of a user are not looked at; the latest are. */
  private static final int MOST = 64;

  private static final long STRETCH_MICROS = 30 * UtcDays.DAY_SECONDS * 1_000_000;
  private static final long DAY_MICROS = UtcDays.DAY_SECONDS * 1_000_000;

  /** All that is ripe when nothing is known that was recorded later. */
  static SampleTimes ripe(RiskKind kind, RiskSettings settings, Instant from, Instant knownBy) {
    return new SampleTimes(
        kind, settings, from, UtcDays.plus(knownBy, -settings.ripeAfterDays(kind)));
  }

  /**
   * Times of a user, rising.
   *
   * @param signedUp when the user signed up; null for never
   */
  List<Instant> of(long userId, @Nullable Instant signedUp) {
    if (kind != RiskKind.FIRST_PURCHASE) {
      return inStretches(userId);
    }
    return signedUp == null ? List.of() : atAges(userId, signedUp);
  }

  private List<Instant> inStretches(long userId) {
    long last = Math.floorDiv(UtcDays.micros(until), STRETCH_MICROS);
    long first = Math.max(last - MOST + 1, Math.floorDiv(UtcDays.micros(from), STRETCH_MICROS));
    List<Instant> times = new ArrayList<>();
    for (long stretch = first; stretch <= last; stretch++) {
      double within = StableHash.fraction(kind, userId, stretch);
      add(times, stretch * STRETCH_MICROS + (long) (within * STRETCH_MICROS));
    }
    return times;
  }

  private List<Instant> atAges(long userId, Instant signedUp) {
    List<Instant> times = new ArrayList<>();
    for (int age : settings.firstPurchase().agesDays()) {
      double within = StableHash.fraction(kind, userId, age);
      add(times, UtcDays.micros(signedUp) + age * DAY_MICROS + (long) (within * DAY_MICROS));
    }
    return times;
  }

  private void add(List<Instant> times, long micros) {
    Instant at =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    if (!at.isBefore(from) && !at.isAfter(until)) {
      times.add(at);
    }
  }
}
