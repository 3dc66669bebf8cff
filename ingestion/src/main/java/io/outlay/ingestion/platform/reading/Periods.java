package io.outlay.ingestion.platform.reading;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whole periods of a stretch of days. */
public final class Periods {

  private Periods() {}

  /**
   * The periods of a request, in order.
   *
   * @throws IllegalArgumentException when its days are no whole periods
   */
  public static List<Period> of(ReportRequest request) {
    DateRange days = request.days();
    List<Period> periods = new ArrayList<>();
    LocalDate begin = days.from();
    while (!begin.isAfter(days.to())) {
      LocalDate next = next(begin, request.length());
      periods.add(new Period(begin, next.minusDays(1)));
      begin = next;
    }
    if (!begin.equals(days.to().plusDays(1)) || !isBegin(days.from(), request.length())) {
      throw new IllegalArgumentException(
          days.from() + " to " + days.to() + " are no whole periods of a " + request.length());
    }
    return periods;
  }

  private static LocalDate next(LocalDate begin, PeriodLength length) {
    return switch (length) {
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }

  private static boolean isBegin(LocalDate day, PeriodLength length) {
    return switch (length) {
      case DAY -> true;
      case WEEK -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTH -> day.getDayOfMonth() == 1;
    };
  }
}
