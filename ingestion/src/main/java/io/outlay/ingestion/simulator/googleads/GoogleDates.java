package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which days a query asks for, and how they are put into rows. */
final class GoogleDates {

  private static final List<String> FIELDS =
      List.of("segments.date", "segments.week", "segments.month", "segments.year");

  private GoogleDates() {}

  static boolean isDate(String field) {
    return FIELDS.contains(field);
  }

  /** Refuses literals nobody knows and days that are none. */
  static void check(GaqlQuery query) {
    boolean bounded = false;
    for (GaqlCondition condition : query.where()) {
      if (condition.operator().equals("DURING")) {
        during(condition.values().getFirst(), LocalDate.EPOCH);
      } else if (isDate(condition.field())) {
        condition.values().forEach(GoogleDates::day);
      }
      bounded |= isDate(condition.field());
    }
    if (!bounded && query.select().stream().anyMatch(GoogleDates::isDate)) {
      throw GoogleError.query(
              "EXPECTED_FILTERS_ON_DATE_RANGE",
              "Error in query: a finite date range is required when selecting date segments.")
          .failure();
    }
  }

  /** The days asked for, cut to {@code all}. */
  static DayRange range(GaqlQuery query, DayRange all, LocalDate today) {
    DayRange range = all;
    for (GaqlCondition condition : query.where()) {
      if (isDate(condition.field())) {
        range = range.cut(range(condition, all, today));
      }
    }
    return range;
  }

  private static DayRange range(GaqlCondition condition, DayRange all, LocalDate today) {
    String first = condition.values().getFirst();
    return switch (condition.operator()) {
      case "DURING" -> during(first, today);
      case "BETWEEN" -> new DayRange(day(first), day(condition.values().getLast()));
      case ">=" -> new DayRange(day(first), all.last());
      case ">" -> new DayRange(day(first).plusDays(1), all.last());
      case "<=" -> new DayRange(all.first(), day(first));
      case "<" -> new DayRange(all.first(), day(first).minusDays(1));
      default -> new DayRange(day(first), day(first));
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw GoogleError.query(
              "INVALID_DATE_FORMAT", "Error in query: invalid date '%s'.".formatted(text))
          .failure();
    }
  }

  private static DayRange during(String literal, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    return switch (literal) {
      case "TODAY" -> new DayRange(today, today);
      case "YESTERDAY" -> new DayRange(yesterday, yesterday);
      case "LAST_7_DAYS" -> new DayRange(today.minusDays(7), yesterday);
      case "LAST_14_DAYS" -> new DayRange(today.minusDays(14), yesterday);
      case "LAST_30_DAYS" -> new DayRange(today.minusDays(30), yesterday);
      case "THIS_MONTH" -> new DayRange(today.withDayOfMonth(1), today);
      case "LAST_MONTH" ->
          new DayRange(
              today.minusMonths(1).withDayOfMonth(1), today.withDayOfMonth(1).minusDays(1));
      default ->
          throw GoogleError.query(
                  "INVALID_VALUE_WITH_DURING_OPERATOR",
                  "Invalid date literal supplied for DURING operator: " + literal + ".")
              .failure();
    };
  }

  /** The rows' days: each alone, or by week, month or year, or all together. */
  static List<DayRange> periods(GaqlQuery query, DayRange range) {
    List<DayRange> periods = new ArrayList<>();
    LocalDate first = range.first();
    while (!first.isAfter(range.last())) {
      DayRange period = new DayRange(first, last(query, first, range)).cut(range);
      periods.add(period);
      first = period.last().plusDays(1);
    }
    return periods;
  }

  private static LocalDate last(GaqlQuery query, LocalDate first, DayRange range) {
    if (query.selects("segments.date")) {
      return first;
    }
    if (query.selects("segments.week")) {
      return GoogleFields.monday(first).plusDays(6);
    }
    if (query.selects("segments.month")) {
      return first.withDayOfMonth(first.lengthOfMonth());
    }
    return query.selects("segments.year")
        ? first.withDayOfYear(first.lengthOfYear())
        : range.last();
  }
}
