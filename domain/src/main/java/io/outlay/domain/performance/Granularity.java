package io.outlay.domain.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Length of the periods a report is split into. Weeks are ISO weeks and begin on Monday. */
public enum Granularity {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /** First day of the whole period that holds the day. */
  public LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
    };
  }

  /** Last day of the whole period that holds the day. */
  public LocalDate lastDay(LocalDate day) {
    LocalDate first = firstDay(day);
    return switch (this) {
      case DAY -> first;
      case WEEK -> first.plusDays(6);
      case MONTH -> first.plusMonths(1).minusDays(1);
      case QUARTER -> first.plusMonths(3).minusDays(1);
      case YEAR -> first.plusYears(1).minusDays(1);
    };
  }

  /** The period that holds the day, cut to the range. */
  public DateRange period(LocalDate day, DateRange range) {
    return new DateRange(firstDay(day), lastDay(day)).cutTo(range);
  }

  /** Whether the range cuts the period that holds the day. */
  public boolean isPartial(LocalDate day, DateRange range) {
    return firstDay(day).isBefore(range.from()) || lastDay(day).isAfter(range.to());
  }

  /** First days of the range's periods, in order; the first one may lie before the range. */
  public List<LocalDate> periodsOf(DateRange range) {
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate start = firstDay(range.from());
        !start.isAfter(range.to());
        start = lastDay(start).plusDays(1)) {
      starts.add(start);
    }
    return starts;
  }
}
