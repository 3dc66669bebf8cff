package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Refusal;
import io.outlay.ingestion.simulator.world.DayRange;
import java.time.LocalDate;
import java.util.Arrays;

/** How finely a report is cut in time, and how far back each cut reaches. */
enum Granularity {
  /** Not at all. */
  NONE,
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY;

  private static final int DAILY_DAYS = 90;

  static Granularity of(String word, boolean platform) {
    if (word.isEmpty()) {
      return NONE;
    }
    return Arrays.stream(values())
        .filter(value -> value != NONE && value.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> AppleError.invalid(platform, "INVALID GRANULARITY " + word, "granularity"));
  }

  /** Refuses days that the platform no longer, or not yet, reports in this way. */
  void check(DayRange days, LocalDate today, boolean platform) {
    int length = days.length();
    if (length == 0) {
      throw AppleError.invalid(platform, "START TIME IS AFTER END TIME", "startTime");
    }
    switch (this) {
      case NONE -> {}
      case HOURLY ->
          require(
              length <= 7 && since(days, today.minusDays(platform ? 7 : 30)),
              "HOURLY GRANULARITY COVERS AT MOST 7 DAYS OF THE RECENT PAST",
              platform);
      case DAILY -> daily(days, today, platform);
      case WEEKLY ->
          require(
              length > 14
                  && length <= 365
                  && since(days, platform ? today.minusDays(365) : today.minusMonths(24)),
              "WEEKLY GRANULARITY COVERS MORE THAN 14 DAYS AND AT MOST 365",
              platform);
      case MONTHLY ->
          require(
              length >= DAILY_DAYS && since(days, today.minusMonths(24)),
              "MONTHLY GRANULARITY COVERS MORE THAN 3 MONTHS OF THE LAST 24",
              platform);
    }
  }

  private static void daily(DayRange days, LocalDate today, boolean platform) {
    require(
        days.length() <= DAILY_DAYS && since(days, today.minusDays(DAILY_DAYS)),
        "DAILY GRANULARITY COVERS AT MOST 90 DAYS AND STARTS AT MOST 90 DAYS AGO",
        platform);
    require(!platform || days.length() > 1, "DAILY GRANULARITY NEEDS MORE THAN ONE DAY", platform);
  }

  private static boolean since(DayRange days, LocalDate earliest) {
    return !days.first().isBefore(earliest);
  }

  private static void require(boolean right, String otherwise, boolean platform) {
    if (!right) {
      Refusal refusal = AppleError.invalid(platform, otherwise, "granularity");
      throw refusal;
    }
  }

  LocalDate last(LocalDate first, DayRange days) {
    return switch (this) {
      case NONE -> days.last();
      case HOURLY, DAILY -> first;
      case WEEKLY -> first.plusDays(7L - first.getDayOfWeek().getValue());
      case MONTHLY -> first.withDayOfMonth(first.lengthOfMonth());
    };
  }

  /** The date a piece carries: the Monday of a week, the first of a month. */
  LocalDate label(LocalDate first) {
    return switch (this) {
      case WEEKLY -> first.minusDays(first.getDayOfWeek().getValue() - 1L);
      case MONTHLY -> first.withDayOfMonth(1);
      default -> first;
    };
  }
}
