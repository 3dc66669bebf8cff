package io.outlay.ingestion.platform.reading;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Periods of a stretch of days. */
public final class Periods {

  private Periods() {}

  /**
   * The periods of a request, in order. Months are cut where the request begins or ends within one.
   *
   * @throws IllegalArgumentException when its days are no whole weeks
   */
  public static List<Period> of(ReportRequest request) {
    DateRange days = request.days();
    List<Period> periods = new ArrayList<>();
    for (LocalDate begin = days.from(); !begin.isAfter(days.to()); ) {
      LocalDate last = last(begin, request.length());
      boolean isCut = last.isAfter(days.to());
      if (!isBegin(begin, request.length()) || (isCut && request.length() == PeriodLength.WEEK)) {
        throw new IllegalArgumentException(days.from() + " to " + days.to() + " are no weeks");
      }
      periods.add(new Period(begin, isCut ? days.to() : last));
      begin = last.plusDays(1);
    }
    return periods;
  }

  private static LocalDate last(LocalDate begin, PeriodLength length) {
    return switch (length) {
      case DAY -> begin;
      case WEEK -> begin.plusDays(6);
      case MONTH -> begin.withDayOfMonth(begin.lengthOfMonth());
    };
  }

  private static boolean isBegin(LocalDate day, PeriodLength length) {
    return length != PeriodLength.WEEK || day.getDayOfWeek() == DayOfWeek.MONDAY;
  }
}
