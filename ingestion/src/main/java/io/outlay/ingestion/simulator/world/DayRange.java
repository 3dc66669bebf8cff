package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days in a row.
 *
 * @param first first day
 * @param last last day, part of the range
 */
public record DayRange(LocalDate first, LocalDate last) {

  /** Whether {@code day} is one of them. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** How many days these are; 0 where the last comes before the first. */
  public int length() {
    return Math.toIntExact(Math.max(0, last.toEpochDay() - first.toEpochDay() + 1));
  }

  /** The days one by one, oldest first. */
  public Stream<LocalDate> days() {
    return length() == 0 ? Stream.empty() : first.datesUntil(last.plusDays(1));
  }

  /** The days also in {@code other}; possibly none. */
  public DayRange cut(DayRange other) {
    return new DayRange(
        first.isBefore(other.first) ? other.first : first,
        last.isAfter(other.last) ? other.last : last);
  }
}
