package io.outlay.ingestion.csv;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date taken apart, in the order its form says.
 *
 * @param form which of the numbers is which
 */
record DateParts(Form form, int first, int second, int third) {

  enum Form {
    /** Year, month, day. */
    YEAR_FIRST,
    /** Month, day, year; the month was a word. */
    MONTH_NAMED,
    /** Day, month, year; points between them leave no doubt. */
    DAY_FIRST,
    /** Day and month in an order the text does not tell, then the year. */
    YEAR_LAST
  }

  /** What may follow a date: nothing, a point, a weekday in brackets, a time. */
  private static final String REST =
      "\\.?\\s*(?:\\(\\p{L}{1,3}\\))?(?:[T\\s,]\\s*(?:오전|오후)?\\s*\\d{1,2}(?::\\d{2}.*)?)?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})(?:\\s*[-./]\\s*|년\\s*)(\\d{1,2})(?:\\s*[-./]\\s*|월\\s*)(\\d{1,2})일?" + REST);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + REST);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})\\s*([-./])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4})" + REST);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}{3,9},?\\s+)?(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
              + REST);
  private static final Pattern MONTH_SECOND =
      Pattern.compile(
          "(?:\\p{L}{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})"
              + REST);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  static DateParts of(String cell) {
    if (cell.length() > 40) {
      throw notADate();
    }
    Matcher yearFirst = YEAR_FIRST.matcher(cell);
    if (yearFirst.matches()) {
      return numbers(Form.YEAR_FIRST, yearFirst, 1, 2, 3);
    }
    Matcher compact = COMPACT.matcher(cell);
    if (compact.matches()) {
      return numbers(Form.YEAR_FIRST, compact, 1, 2, 3);
    }
    Matcher yearLast = YEAR_LAST.matcher(cell);
    if (yearLast.matches()) {
      return numbers(
          yearLast.group(2).equals(".") ? Form.DAY_FIRST : Form.YEAR_LAST, yearLast, 1, 3, 4);
    }
    return withMonthName(cell);
  }

  private static DateParts withMonthName(String cell) {
    Matcher monthFirst = MONTH_FIRST.matcher(cell);
    if (monthFirst.matches()) {
      return new DateParts(
          Form.MONTH_NAMED,
          month(monthFirst.group(1)),
          number(monthFirst, 2),
          number(monthFirst, 3));
    }
    Matcher monthSecond = MONTH_SECOND.matcher(cell);
    if (monthSecond.matches()) {
      return new DateParts(
          Form.MONTH_NAMED,
          month(monthSecond.group(2)),
          number(monthSecond, 1),
          number(monthSecond, 3));
    }
    throw notADate();
  }

  private static DateParts numbers(Form form, Matcher matcher, int first, int second, int third) {
    return new DateParts(
        form, number(matcher, first), number(matcher, second), number(matcher, third));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    if (at < 0 || at % 3 != 0) {
      throw notADate();
    }
    return at / 3 + 1;
  }

  private static UnreadableValueException notADate() {
    return new UnreadableValueException("a day such as 2026-11-22");
  }
}
