package io.outlay.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as {@code 2026-11-22}. */
final class DateCoercing extends TextCoercing<LocalDate> {

  private static final int LENGTH = 10;

  DateCoercing() {
    super(LocalDate.class, "a day of the calendar, written as \"2026-11-22\"");
  }

  @Override
  Optional<LocalDate> read(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  @Override
  String write(LocalDate value) {
    return value.toString();
  }
}
