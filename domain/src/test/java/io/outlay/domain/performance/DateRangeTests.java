package io.outlay.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTests {

  @Test
  void rejectsAReversedRangeAndNamesBothEnds() {
    assertThatThrownBy(() -> asked("2026-05-02", "2026-05-01"))
        .isInstanceOf(BadRequest.class)
        .hasMessage("range.to is 2026-05-01; expected a day not before range.from, 2026-05-02.");
  }

  @Test
  void allowsElevenHundredDaysAndNoMore() {
    LocalDate from = day("2024-01-01");
    assertThat(DateRange.asked("range", from, from.plusDays(1_099)).days()).isEqualTo(1_100);
    assertThatThrownBy(() -> DateRange.asked("range", from, from.plusDays(1_100)))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("1101 days")
        .hasMessageContaining("at most 1100 days");
  }

  @Test
  void rejectsDaysNoDatabaseHolds() {
    assertThatThrownBy(() -> asked("+999999999-01-01", "+999999999-01-02"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("range.from");
  }

  @Test
  void goesBackByAsManyDays() {
    assertThat(asked("2026-03-01", "2026-03-31").previous())
        .isEqualTo(asked("2026-01-29", "2026-02-28"));
  }

  @Test
  void goesBackAYearFromALeapDay() {
    assertThat(asked("2024-02-29", "2024-02-29").lastYear())
        .isEqualTo(asked("2023-02-28", "2023-02-28"));
    assertThat(asked("2025-02-28", "2025-03-01").lastYear())
        .isEqualTo(asked("2024-02-28", "2024-03-01"));
  }

  private static DateRange asked(String from, String to) {
    return DateRange.asked("range", day(from), day(to));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
