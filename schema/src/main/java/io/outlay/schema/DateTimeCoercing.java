package io.outlay.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Moments as {@code 2026-11-22T09:30:00Z}. */
final class DateTimeCoercing extends TextCoercing<Instant> {

  private static final int LONGEST = 35;

  DateTimeCoercing() {
    super(Instant.class, "a moment with its offset, written as \"2026-11-22T09:30:00Z\"");
  }

  @Override
  Optional<Instant> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text))
          .filter(this::hasFourDigitYear)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private boolean hasFourDigitYear(OffsetDateTime time) {
    return time.getYear() >= 1 && time.getYear() < 9999;
  }

  @Override
  String write(Instant value) {
    return value.toString();
  }
}
