package io.outlay.ingestion.csv;

import org.jspecify.annotations.Nullable;

/**
 * An amount taken apart: what is left when signs, brackets and currency marks are gone.
 *
 * @param digits digits with their separators
 * @param isNegative whether a minus or brackets stood around them
 * @param currencyCode currency its mark names without doubt; null where there is none
 * @param isWithoutDecimals whether the mark is of a currency that has no decimals
 */
record AmountParts(
    String digits, boolean isNegative, @Nullable String currencyCode, boolean isWithoutDecimals) {

  static AmountParts of(String cell) {
    int from = firstDigit(cell);
    int to = lastDigit(cell) + 1;
    if (from >= to) {
      throw new UnreadableValueException("a number");
    }
    if (from > 0 && (cell.charAt(from - 1) == '.' || cell.charAt(from - 1) == ',')) {
      from--;
    }
    if (to < cell.length() && (cell.charAt(to) == '.' || cell.charAt(to) == ',')) {
      to++; // "144." is how some programs write a whole amount
    }
    boolean isBracketed = cell.startsWith("(") && cell.endsWith(")");
    String before = cell.substring(isBracketed ? 1 : 0, from);
    String after = cell.substring(to, isBracketed ? cell.length() - 1 : cell.length());
    String mark = mark(withoutSign(before), withoutSign(after));
    return new AmountParts(
        cell.substring(from, to),
        isBracketed || hasMinus(before) || hasMinus(after),
        CurrencyMarks.codeOf(mark),
        CurrencyMarks.isWithoutDecimals(mark));
  }

  private static String mark(String before, String after) {
    if (after.equals("%")) {
      throw new UnreadableValueException("a number, not a percentage");
    }
    if (before.isEmpty()) {
      return checked(after);
    }
    if (after.isEmpty()) {
      return checked(before);
    }
    // "$12.50 USD": the code behind says which dollar the sign before means.
    checked(before);
    return checked(after);
  }

  private static String checked(String mark) {
    if (!mark.isEmpty() && !CurrencyMarks.isMark(mark)) {
      throw new UnreadableValueException(
          "a number; \"" + mark + "\" is no known currency sign or code");
    }
    return mark;
  }

  private static boolean hasMinus(String text) {
    return text.indexOf('-') >= 0 || text.indexOf('−') >= 0;
  }

  private static String withoutSign(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && c != '−' && c != '+' && !isSpace(c)) {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static int firstDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }

  private static int lastDigit(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
