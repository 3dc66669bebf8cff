package io.outlay.scoring.outcome;

import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * Leaving. Let d be the UTC day of the time. The user has left on the first day after d that begins
 * a run of inactive days of the set length; the question is whether that day is among those of the
 * horizon, d + 1 to d + horizon. It was asked of users known by then to have been active on d or
 * the days before it that count as active.
 *
 * <p>A run that begins on the horizon's last day is over {@code horizon + run} days after the time,
 * and before that nothing is told, also where a run is over sooner: otherwise leavers would ripen
 * before those who stay. For times until the run, every beginning is known up to a run's length
 * before the last whole day that is known, whatever the user did: those without one are censored
 * there, so that censoring depends on the calendar alone.
 */
final class ChurnOutcome implements UserOutcome {

  private static final int NONE = -1;

  private final ChurnSettings settings;
  private final List<Instant> times;
  private final Instant knownBy;

  /** The earliest day that matters. */
  private final int firstDay;

  private final BitSet activeDays = new BitSet();
  private final boolean[] isAsked;

  ChurnOutcome(ChurnSettings settings, List<Instant> times, Instant knownBy) {
    this.settings = settings;
    this.times = times;
    this.knownBy = knownBy;
    this.firstDay =
        times.stream().mapToInt(UtcDays::of).min().orElse(0) - settings.activeDays() + 1;
    this.isAsked = new boolean[times.size()];
  }

  @Override
  public void add(KnownEvent known) {
    int day = UtcDays.of(known.event().occurredAt());
    if (!known.event().type().isActive() || day < firstDay || known.knownAt().isAfter(knownBy)) {
      return;
    }
    activeDays.set(day - firstDay);
    for (int i = 0; i < isAsked.length; i++) {
      Instant at = times.get(i);
      int age = UtcDays.of(at) - day;
      isAsked[i] |= !known.knownAt().isAfter(at) && age >= 0 && age < settings.activeDays();
    }
  }

  @Override
  public KnownOutcome of(int sample) {
    Instant at = times.get(sample);
    if (!isAsked[sample]) {
      return KnownOutcome.NOT_ASKED;
    }
    if (knownBy.isBefore(UtcDays.plus(at, settings.ripeAfterDays()))) {
      return KnownOutcome.UNRIPE;
    }
    int begin = runAfter(UtcDays.of(at));
    return begin != NONE && begin <= UtcDays.of(at) + settings.horizonDays()
        ? KnownOutcome.HAPPENED
        : KnownOutcome.DID_NOT_HAPPEN;
  }

  @Override
  public TimeTo timeTo(int sample) {
    int day = UtcDays.of(times.get(sample));
    int begin = runAfter(day);
    return begin == NONE
        ? new TimeTo(Math.max(0, lastKnownBegin() - day), false)
        : new TimeTo(begin - day, true);
  }

  /** The last day on which a run can be known to have begun. */
  private int lastKnownBegin() {
    return UtcDays.of(knownBy) - settings.inactiveRunDays();
  }

  private int runAfter(int day) {
    int begin = activeDays.nextClearBit(day + 1 - firstDay);
    while (begin + firstDay <= lastKnownBegin()) {
      int next = activeDays.nextSetBit(begin);
      if (next < 0 || next - begin >= settings.inactiveRunDays()) {
        return begin + firstDay;
      }
      begin = activeDays.nextClearBit(next);
    }
    return NONE;
  }
}
