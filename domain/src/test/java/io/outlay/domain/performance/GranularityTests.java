package io.outlay.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GranularityTests {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-11-22, 2026-11-22, 2026-11-22",
    "WEEK, 2026-11-22, 2026-11-16, 2026-11-22",
    "WEEK, 2027-01-01, 2026-12-28, 2027-01-03",
    "MONTH, 2024-02-10, 2024-02-01, 2024-02-29",
    "QUARTER, 2026-11-22, 2026-10-01, 2026-12-31",
    "YEAR, 2026-11-22, 2026-01-01, 2026-12-31"
  })
  void knowsWholePeriods(Granularity granularity, LocalDate day, LocalDate first, LocalDate last) {
    assertThat(granularity.firstDay(day)).isEqualTo(first);
    assertThat(granularity.lastDay(day)).isEqualTo(last);
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void splitsARangeWithoutGapOrOverlap(Granularity granularity) {
    DateRange range = new DateRange(LocalDate.of(2023, 11, 15), LocalDate.of(2025, 3, 9));
    LocalDate next = range.from();
    for (LocalDate start : granularity.periodsOf(range)) {
      DateRange period = granularity.period(start.isBefore(next) ? next : start, range);
      assertThat(period.from()).isEqualTo(next);
      next = period.to().plusDays(1);
    }
    assertThat(next).isEqualTo(range.to().plusDays(1));
  }

  @Test
  void marksOnlyCutPeriods() {
    DateRange range = new DateRange(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 31));
    assertThat(Granularity.MONTH.isPartial(LocalDate.of(2026, 1, 20), range)).isTrue();
    assertThat(Granularity.MONTH.isPartial(LocalDate.of(2026, 2, 1), range)).isFalse();
    assertThat(Granularity.MONTH.isPartial(LocalDate.of(2026, 3, 31), range)).isFalse();
    assertThat(Granularity.QUARTER.isPartial(LocalDate.of(2026, 3, 31), range)).isTrue();
  }
}
