package io.outlay.ingestion.platform.reading;

import io.outlay.ingestion.platform.PlatformFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values of JSON objects, read liberally: numbers as numbers or texts, ids as texts or numbers, one
 * object where a list may stand. What is there and makes no sense is {@link
 * PlatformFailure.Unreadable}.
 */
public final class Fields {

  private static final int MOST_DIGITS = 40;
  private static final int DAY_LENGTH = 10;

  private Fields() {}

  /** The text or number as text; null where it is missing, null or empty. */
  public static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    String text =
        value.isString()
            ? value.stringValue()
            : value.isNumber() ? value.numberValue().toString() : "";
    return text.isEmpty() ? null : text;
  }

  /** The text, which must be there. */
  public static String requiredText(JsonNode object, String name) {
    String text = text(object, name);
    if (text == null) {
      throw unreadable(name, object.path(name), "a text");
    }
    return text;
  }

  /** The number, zero or above; null where it is missing or null. */
  public static @Nullable BigDecimal number(JsonNode object, String name) {
    String text = text(object, name);
    if (text == null) {
      JsonNode value = object.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return null;
      }
      throw unreadable(name, value, "a number");
    }
    return number(name, text);
  }

  /** The number, zero or above; zero where it is missing or null. */
  public static BigDecimal numberOrZero(JsonNode object, String name) {
    BigDecimal number = number(object, name);
    return number == null ? BigDecimal.ZERO : number;
  }

  /** A day, also where a time follows it. */
  public static LocalDate day(JsonNode object, String name) {
    LocalDate day = optionalDay(object, name);
    if (day == null) {
      throw unreadable(name, object.path(name), "a day such as 2026-03-14");
    }
    return day;
  }

  /** A day, also where a time follows it; null where it is missing. */
  public static @Nullable LocalDate optionalDay(JsonNode object, String name) {
    String text = text(object, name);
    if (text == null) {
      return null;
    }
    return day(text);
  }

  /** The day a text begins with. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
    } catch (DateTimeParseException e) {
      throw unreadable("a day", text, "a day such as 2026-03-14");
    }
  }

  /** The elements of a list; a single object counts as a list of one, nothing as an empty one. */
  public static List<JsonNode> list(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(elements::add);
    } else {
      elements.add(value);
    }
    return elements;
  }

  /** What is said of a value that makes no sense. */
  public static PlatformFailure.Unreadable unreadable(String name, Object value, String expected) {
    String shown = String.valueOf(value);
    return new PlatformFailure.Unreadable(
        "%s is %s; expected %s."
            .formatted(name, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown, expected),
        null);
  }

  private static BigDecimal number(String name, String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw unreadable(name, text, "a number");
    }
    // 1E+999999999 is a number too; bringing it to a scale would take all memory.
    boolean isAbsurd =
        Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
    if (number.signum() < 0 || isAbsurd) {
      throw unreadable(name, text, "a number of zero or above");
    }
    return number;
  }
}
