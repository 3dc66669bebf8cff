package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Platforms go on to count late conversions of days that nothing else would read again: neither
 * their age nor the end of their month. Only the weekly comparison of totals can see it.
 */
@ResourceLock("slice log")
class WeeklyComparisonIntegrationTests {

  private static final Instant FIRST = Instant.parse("2026-11-14T15:02:00Z");
  private static final Instant BEFORE_A_WEEK = Instant.parse("2026-11-20T15:02:00Z");
  private static final Instant AFTER_A_WEEK = Instant.parse("2026-11-22T15:02:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 11, 3);
  private static final LocalDate TO = LocalDate.of(2026, 11, 11);

  private static final Map<CollectedAccount, Map<LocalDate, Sums>> AT_FIRST =
      new EnumMap<>(CollectedAccount.class);
  private static final Map<CollectedAccount, Long> READ_WITHIN_THE_WEEK =
      new EnumMap<>(CollectedAccount.class);

  private static ClosedDays closed;

  @BeforeAll
  static void collect() {
    closed = new ClosedDays(FIRST, new DateRange(FROM, TO));
    for (CollectedAccount which : CollectedAccount.values()) {
      Map<LocalDate, Sums> days = new TreeMap<>();
      FROM.datesUntil(TO.plusDays(1)).forEach(day -> days.put(day, closed.stored(which, day)));
      AT_FIRST.put(which, days);
    }
    closed.syncAt(BEFORE_A_WEEK);
    for (CollectedAccount which : CollectedAccount.values()) {
      READ_WITHIN_THE_WEEK.put(which, closed.readSince(which, BEFORE_A_WEEK));
    }
    closed.syncAt(AFTER_A_WEEK);
  }

  @AfterAll
  static void close() {
    closed.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseReadsAClosedDayAgain(CollectedAccount which) {
    assertThat(READ_WITHIN_THE_WEEK.get(which)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aDayWhoseTotalMovedIsReadAgainAndNoOther(CollectedAccount which) {
    int moved = 0;
    for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
      Sums before = AT_FIRST.get(which).get(day);
      Sums told = closed.told(which, day);
      boolean hasMoved = told.differsFrom(before);
      assertThat(closed.stored(which, day)).as(day.toString()).isEqualTo(hasMoved ? told : before);
      moved += hasMoved ? 1 : 0;
    }
    assertThat(moved).isPositive();
    assertThat(closed.readSince(which, AFTER_A_WEEK)).isEqualTo(moved);
  }
}
