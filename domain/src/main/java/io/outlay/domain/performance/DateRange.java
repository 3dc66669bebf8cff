package io.outlay.domain.performance;

import io.outlay.domain.error.BadRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days a report speaks of, both included; each is the ad account's own day.
 *
 * @param from first day
 * @param to last day
 */
public record DateRange(LocalDate from, LocalDate to) {

  /** Longest range, in days. */
  public static final int LONGEST = 1_100;

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /** Refuses a reversed range. */
  public DateRange {
    if (to.isBefore(from)) {
      throw BadRequest.of("range.to", to, "a day not before range.from, " + from);
    }
  }

  /**
   * A range as a caller asked for it.
   *
   * @param field name of the argument, for messages
   * @throws BadRequest when it is reversed, too long, or outside the years 1970 to 2199
   */
  public static DateRange asked(String field, LocalDate from, LocalDate to) {
    requireKnown(field + ".from", from);
    requireKnown(field + ".to", to);
    if (to.isBefore(from)) {
      throw BadRequest.of(field + ".to", to, "a day not before " + field + ".from, " + from);
    }
    DateRange range = new DateRange(from, to);
    if (range.days() > LONGEST) {
      throw BadRequest.of(
          field, range.days() + " days", "at most " + LONGEST + " days; split a longer range");
    }
    return range;
  }

  /** Number of days. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  /** As many days, directly before. */
  public DateRange previous() {
    return new DateRange(from.minusDays(days()), from.minusDays(1));
  }

  /** The same dates a year before; 29 February becomes the 28th. */
  public DateRange lastYear() {
    return new DateRange(from.minusYears(1), to.minusYears(1));
  }

  /** The days that both have. The two must share at least one. */
  public DateRange cutTo(DateRange other) {
    return new DateRange(
        from.isBefore(other.from) ? other.from : from, to.isAfter(other.to) ? other.to : to);
  }

  private static void requireKnown(String field, LocalDate day) {
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw BadRequest.of(field, day, "a day from " + EARLIEST + " to " + LATEST);
    }
  }
}
