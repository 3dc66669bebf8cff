package io.outlay.domain.performance.postgres;

/** Whole numbers in text, read without making a string of each. */
final class WholeNumbers {

  private static final int MOST_DIGITS = 19;

  private WholeNumbers() {}

  /**
   * The number that stands from one index to before another.
   *
   * @throws IllegalArgumentException when something else stands there
   * @throws ArithmeticException when it does not fit into 64 bits
   */
  static long read(byte[] text, int from, int to) {
    boolean isNegative = from < to && text[from] == '-';
    int first = isNegative ? from + 1 : from;
    if (first >= to || to - first > MOST_DIGITS) {
      throw new IllegalArgumentException("a metric that is no whole number of at most 19 digits");
    }
    long negated = 0;
    for (int i = first; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("a metric that is no whole number of at most 19 digits");
      }
      negated = Math.subtractExact(Math.multiplyExact(negated, 10L), digit);
    }
    return isNegative ? negated : Math.negateExact(negated);
  }
}
