package io.outlay.domain.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client sent what cannot be right, whatever the data. */
public final class BadRequest extends Problem {

  private static final int SHOWN = 100;

  private final @Nullable String field;

  private BadRequest(String message, @Nullable String field) {
    super(ErrorCode.BAD_REQUEST, message, null);
    this.field = field;
  }

  /** A problem that no single value causes. */
  public BadRequest(String message) {
    this(message, null);
  }

  /**
   * A value that is wrong.
   *
   * @param field where it was given, for example {@code range.from}
   * @param value what was given; its first 100 characters are repeated to the caller
   * @param expected what would be right, for example {@code a number from 1 to 500}
   */
  public static BadRequest of(String field, @Nullable Object value, String expected) {
    return new BadRequest(field + " is " + shown(value) + "; expected " + expected + ".", field);
  }

  /** Tells the field, where one is to blame. */
  @Override
  public Map<String, Object> details() {
    return field == null ? Map.of() : Map.of("field", field);
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    String text = value.toString();
    String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return value instanceof CharSequence ? '"' + cut + '"' : cut;
  }
}
