package io.outlay.domain.performance;

import java.time.LocalDate;

/**
 * Days a slice speaks of, both included: one day, or a longer stretch where the source gives no
 * finer. A longer period is booked whole on its last day and never spread.
 */
public record Period(LocalDate firstDay, LocalDate lastDay) {

  /** Refuses a reversed period. */
  public Period {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "period ends before it begins: " + firstDay + " to " + lastDay);
    }
  }

  /** A period of one day. */
  public static Period of(LocalDate day) {
    return new Period(day, day);
  }
}
