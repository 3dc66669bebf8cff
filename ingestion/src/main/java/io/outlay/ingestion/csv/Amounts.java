package io.outlay.ingestion.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers with currency signs or codes, grouped thousands, signs, brackets for negatives and
 * exponents, exactly and without binary fractions.
 */
public final class Amounts {

  private static final Pattern EXPONENT = Pattern.compile("\\d+(\\.\\d+)?[eE][+-]?\\d{1,3}");
  private static final int LONGEST_CELL = 64;
  private static final int SAFE_DIGITS = 18;

  private final NumberStyle style;

  /** Reads numbers written in one style. */
  public Amounts(NumberStyle style) {
    this.style = style;
  }

  /** Whether a cell says that there is no number: empty, a dash, "--" or "N/A". */
  public static boolean isNothing(String cell) {
    if (cell.isEmpty()) {
      return true;
    }
    char first = cell.charAt(0);
    if (cell.length() <= 2 && (first == '-' || first == '–' || first == '—')) {
      return cell.length() == 1 || cell.charAt(1) == first;
    }
    return (first == 'N' || first == 'n')
        && (cell.equalsIgnoreCase("n/a") || cell.equalsIgnoreCase("null"));
  }

  /**
   * The number a cell holds.
   *
   * @throws UnreadableValueException when it holds something else
   */
  public WrittenNumber read(String cell) {
    WrittenNumber plain = plain(cell);
    if (plain != null) {
      return plain;
    }
    if (cell.length() > LONGEST_CELL) {
      throw notANumber();
    }
    AmountParts parts = AmountParts.of(cell);
    WrittenNumber number =
        EXPONENT.matcher(parts.digits()).matches()
            ? WrittenNumber.of(new BigDecimal(parts.digits()), parts.currencyCode())
            : number(parts.digits(), parts.currencyCode());
    return parts.isNegative()
        ? new WrittenNumber(-number.unscaled(), number.scale(), number.currencyCode())
        : number;
  }

  /** The quick way for digits with at most one decimal mark; null for everything else. */
  private @Nullable WrittenNumber plain(String cell) {
    if (cell.isEmpty() || cell.length() > SAFE_DIGITS) {
      return null;
    }
    long digits = 0;
    int mark = -1;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == style.decimalMark() && mark < 0 && cell.length() > 1) {
        mark = i;
      } else {
        return null;
      }
    }
    return new WrittenNumber(digits, mark < 0 ? 0 : cell.length() - mark - 1, null);
  }

  private WrittenNumber number(String text, @Nullable String currencyCode) {
    int mark = text.indexOf(style.decimalMark());
    String whole = ungrouped(mark < 0 ? text : text.substring(0, mark));
    String decimals = mark < 0 ? "" : text.substring(mark + 1);
    if (!isDigits(decimals) || (whole.isEmpty() && decimals.isEmpty())) {
      throw notANumber();
    }
    String digits = whole + decimals;
    if (digits.length() <= SAFE_DIGITS) {
      return new WrittenNumber(Long.parseLong(digits), decimals.length(), currencyCode);
    }
    return WrittenNumber.of(new BigDecimal("0" + whole + "." + decimals + "0"), currencyCode);
  }

  /**
   * The digits without separators. Groups hold three digits, or two before the last as in India.
   */
  private String ungrouped(String text) {
    if (isDigits(text)) {
      return text;
    }
    StringBuilder digits = new StringBuilder(text.length());
    int inGroup = 0;
    boolean isGrouped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
        inGroup++;
      } else if (isGroupMark(c) && inGroup >= (isGrouped ? 2 : 1) && inGroup <= 3) {
        isGrouped = true;
        inGroup = 0;
      } else {
        throw notANumber();
      }
    }
    if (inGroup != 3) {
      throw notANumber();
    }
    return digits.toString();
  }

  private boolean isGroupMark(char c) {
    return c == style.groupMark()
        || c == '\''
        || c == '’'
        || c == ' '
        || c == '\u00A0'
        || c == '\u202F'
        || c == '\u2009';
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private UnreadableValueException notANumber() {
    return new UnreadableValueException(
        style == NumberStyle.POINT
            ? "a number such as 1,234.56 or 1234.56"
            : "a number such as 1.234,56 or 1234,56");
  }
}
