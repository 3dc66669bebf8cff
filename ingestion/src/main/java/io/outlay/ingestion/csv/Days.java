package io.outlay.ingestion.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: 2026-11-22, 2026.11.22., 2026/11/22, 20261122, 22.11.2026, Nov 22, 2026, 2026년 11월
 * 22일, day and month in the given order where slashes or dashes stand between them, and timestamps,
 * whose time is cut off. Not thread-safe.
 */
public final class Days {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private final @Nullable DateOrder order;
  private @Nullable String lastCell;
  private LocalDate lastDay = LocalDate.EPOCH;

  /** Reads days of one file; without an order, dates such as 03/04/2026 are refused. */
  public Days(@Nullable DateOrder order) {
    this.order = order;
  }

  /**
   * The day a cell names.
   *
   * @throws UnreadableValueException when it names none, or could name two
   */
  public LocalDate read(String cell) {
    // Files are sorted by day more often than not: the same text comes again.
    if (!cell.equals(lastCell)) {
      lastDay = parse(cell);
      lastCell = cell;
    }
    return lastDay;
  }

  private LocalDate parse(String cell) {
    if (isPlain(cell)) {
      return day(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, 10));
    }
    DateParts parts = DateParts.of(cell);
    return switch (parts.form()) {
      case YEAR_FIRST -> day(parts.first(), parts.second(), parts.third());
      case MONTH_NAMED -> day(parts.third(), parts.first(), parts.second());
      case DAY_FIRST -> day(parts.third(), parts.second(), parts.first());
      case YEAR_LAST -> yearLast(parts);
    };
  }

  /** Whether a cell is written as 2026-11-22, as most are; the patterns need not be tried then. */
  private static boolean isPlain(String cell) {
    if (cell.length() != 10) {
      return false;
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean isDash = i == 4 || i == 7;
      if (isDash ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String cell, int from, int to) {
    return Integer.parseInt(cell, from, to, 10);
  }

  private LocalDate yearLast(DateParts parts) {
    if (order == null) {
      throw new UnreadableValueException(
          "a date that can be read one way only, such as 2026-11-22");
    }
    return order == DateOrder.DAY_MONTH
        ? day(parts.third(), parts.second(), parts.first())
        : day(parts.third(), parts.first(), parts.second());
  }

  private static LocalDate day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new UnreadableValueException("a day between the years 1990 and 2100");
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new UnreadableValueException("a day of the calendar, such as 2026-11-22");
    }
  }
}
