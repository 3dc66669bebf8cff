package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Which days each row of a report covers. */
final class InsightsPeriods {

  private static final int RETENTION_MONTHS = 37;
  private static final int LONGEST_INCREMENT = 90;

  private InsightsPeriods() {}

  static List<DayRange> of(Call call, LocalDate today) {
    String increment = call.parameter("time_increment").orElse("all_days");
    List<DayRange> periods = new ArrayList<>();
    for (DayRange range : ranges(call, today)) {
      check(range, today);
      periods.addAll(cut(range, increment));
    }
    return periods;
  }

  private static List<DayRange> ranges(Call call, LocalDate today) {
    List<DayRange> ranges = new ArrayList<>();
    call.parameter("time_ranges")
        .map(InsightsPeriods::json)
        .ifPresent(list -> list.forEach(node -> ranges.add(range(node))));
    if (ranges.isEmpty()) {
      ranges.add(
          call.parameter("time_range")
              .map(InsightsPeriods::json)
              .map(InsightsPeriods::range)
              .orElseGet(() -> preset(call.parameter("date_preset").orElse("last_30d"), today)));
    }
    return ranges;
  }

  private static JsonNode json(String text) {
    return Json.parse(text).orElseThrow(() -> MetaError.invalid("Param time_range must be JSON"));
  }

  private static DayRange range(JsonNode node) {
    return new DayRange(day(node, "since"), day(node, "until"));
  }

  private static LocalDate day(JsonNode node, String field) {
    try {
      return LocalDate.parse(node.path(field).asString(""));
    } catch (DateTimeException e) {
      throw MetaError.invalid(
          "param time_range[%s] must be a date in the form YYYY-MM-DD".formatted(field));
    }
  }

  private static DayRange preset(String name, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    if (name.matches("last_\\d{1,2}d")) {
      int days = Integer.parseInt(name.substring(5, name.length() - 1));
      return new DayRange(today.minusDays(days), yesterday);
    }
    return switch (name) {
      case "today" -> new DayRange(today, today);
      case "yesterday" -> new DayRange(yesterday, yesterday);
      case "this_month" -> new DayRange(today.withDayOfMonth(1), today);
      case "maximum" -> new DayRange(today.minusMonths(RETENTION_MONTHS).plusDays(1), today);
      default -> throw MetaError.invalid("date_preset '%s' is not known".formatted(name));
    };
  }

  private static void check(DayRange range, LocalDate today) {
    if (range.first().isBefore(today.minusMonths(RETENTION_MONTHS))) {
      throw new MetaError(
              400,
              3018,
              0,
              "(#3018) The start date of the time range cannot be beyond 37 months from the current"
                  + " date")
          .refusal();
    }
    if (range.length() == 0) {
      throw MetaError.invalid("param time_range[until] must not be before time_range[since]");
    }
  }

  private static List<DayRange> cut(DayRange range, String increment) {
    List<DayRange> periods = new ArrayList<>();
    LocalDate first = range.first();
    while (!first.isAfter(range.last())) {
      DayRange period = new DayRange(first, last(first, increment, range)).cut(range);
      periods.add(period);
      first = period.last().plusDays(1);
    }
    return periods;
  }

  private static LocalDate last(LocalDate first, String increment, DayRange range) {
    if (increment.equals("all_days")) {
      return range.last();
    }
    if (increment.equals("monthly")) {
      return first.withDayOfMonth(first.lengthOfMonth());
    }
    int days = increment.matches("\\d{1,3}") ? Integer.parseInt(increment) : 0;
    if (days < 1 || days > LONGEST_INCREMENT) {
      throw MetaError.invalid(
          "time_increment must be 'monthly', 'all_days' or a number of days from 1 to 90");
    }
    return first.plusDays(days - 1L);
  }
}
