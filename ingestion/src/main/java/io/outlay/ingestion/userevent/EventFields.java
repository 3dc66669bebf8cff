package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an event as they were sent, read as what they should be. What is null, missing or an
 * empty text counts as not sent.
 */
final class EventFields {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private final Map<String, ?> fields;

  EventFields(Map<String, ?> fields) {
    this.fields = fields;
  }

  boolean has(String name) {
    Object value = fields.get(name);
    return value != null && !value.equals("");
  }

  /** A text; null when it was not sent. */
  @Nullable String text(String name, int longest) {
    if (!has(name)) {
      return null;
    }
    if (!(fields.get(name) instanceof String text)
        || text.length() > longest
        || text.isBlank()
        || CONTROL.matcher(text).find()) {
      throw wrong(name, "text of 1 to " + longest + " characters without control characters");
    }
    return text;
  }

  String requiredText(String name, int longest) {
    String text = text(name, longest);
    if (text == null) {
      throw wrong(name, "text of 1 to " + longest + " characters");
    }
    return text;
  }

  @Nullable String text(String name, Pattern form, String expected) {
    if (!has(name)) {
      return null;
    }
    if (!(fields.get(name) instanceof String text) || !form.matcher(text).matches()) {
      throw wrong(name, expected);
    }
    return text;
  }

  /** A moment in microseconds, as they are kept; null when it was not sent. */
  @Nullable Instant moment(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return switch (fields.get(name)) {
        case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS);
        case OffsetDateTime moment -> moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        case String text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        case null, default -> throw wrong(name, MOMENT);
      };
    } catch (DateTimeException e) {
      throw wrong(name, MOMENT);
    }
  }

  private static final String MOMENT =
      "a moment with its offset, such as 2026-11-22T09:30:00Z or 2026-11-22T18:30:00+09:00";

  /** An exact decimal, from a number or its text; null when it was not sent. */
  @Nullable BigDecimal decimal(String name, String expected) {
    if (!has(name)) {
      return null;
    }
    return switch (fields.get(name)) {
      case BigDecimal number -> number;
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case String text when DECIMAL.matcher(text).matches() -> new BigDecimal(text);
      case null, default -> throw wrong(name, expected);
    };
  }

  /** A whole number between two bounds; null when it was not sent. */
  @Nullable Long whole(String name, long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    BigDecimal number = decimal(name, expected);
    if (number == null) {
      return null;
    }
    boolean fits =
        number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    if (!fits) {
      throw wrong(name, expected);
    }
    return number.longValueExact();
  }

  /** Yes or no; no when it was not sent. */
  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    return switch (fields.get(name)) {
      case Boolean flag -> flag;
      case String text when text.equals("true") -> true;
      case String text when text.equals("false") -> false;
      case null, default -> throw wrong(name, "true or false");
    };
  }

  /** The field is not what it should be. */
  BadRequest wrong(String name, String expected) {
    return BadRequest.of(name, fields.get(name), expected);
  }
}
