package io.outlay.domain.exchangerate;

/** A table of rates that cannot be read; the message tells the line and what would be right. */
public final class UnreadableRates extends RuntimeException {

  private static final int SHOWN = 40;

  private UnreadableRates(String message) {
    super(message, null, false, false);
  }

  static UnreadableRates at(long line, String column, String value, String expected) {
    String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    return new UnreadableRates(
        "Line %d, column %s: \"%s\"; expected %s.".formatted(line, column, shown, expected));
  }

  static UnreadableRates of(String message) {
    return new UnreadableRates(message);
  }
}
