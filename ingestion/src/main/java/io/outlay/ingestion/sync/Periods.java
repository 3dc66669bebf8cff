package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.platform.PeriodLength;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch into its periods. */
final class Periods {

  private Periods() {}

  /** The whole periods of a stretch, in order. */
  static List<Period> of(DateRange days, PeriodLength length) {
    List<Period> periods = new ArrayList<>();
    for (LocalDate first = days.from(); !first.isAfter(days.to()); first = next(first, length)) {
      periods.add(new Period(first, next(first, length).minusDays(1)));
    }
    return periods;
  }

  private static LocalDate next(LocalDate first, PeriodLength length) {
    return switch (length) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }
}
