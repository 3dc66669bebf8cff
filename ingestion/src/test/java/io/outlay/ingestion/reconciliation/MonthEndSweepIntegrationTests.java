package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On the third of December platforms take November's invalid traffic out of their bills. The days
 * are closed by their age, and the weekly comparison of totals is not due before the fifth.
 */
@ResourceLock("slice log")
class MonthEndSweepIntegrationTests {

  private static final Instant FIRST = Instant.parse("2026-11-28T15:02:00Z");
  private static final Instant BEFORE = Instant.parse("2026-12-02T10:02:00Z");
  private static final Instant AFTER = Instant.parse("2026-12-04T15:02:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 11, 16);
  private static final LocalDate TO = LocalDate.of(2026, 11, 25);

  private static final Map<CollectedAccount, Long> READ_BEFORE =
      new EnumMap<>(CollectedAccount.class);
  private static final Map<CollectedAccount, Long> SPENT_BEFORE =
      new EnumMap<>(CollectedAccount.class);

  private static ClosedDays closed;

  @BeforeAll
  static void collect() {
    closed = new ClosedDays(FIRST, new DateRange(FROM, TO));
    closed.syncAt(BEFORE);
    for (CollectedAccount which : CollectedAccount.values()) {
      READ_BEFORE.put(which, closed.readSince(which, BEFORE));
      SPENT_BEFORE.put(which, spent(which));
    }
    closed.syncAt(AFTER);
  }

  @AfterAll
  static void close() {
    closed.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseReadsAClosedDayAgain(CollectedAccount which) {
    assertThat(READ_BEFORE.get(which)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theSweepBringsWhatThePlatformTookOut(CollectedAccount which) {
    assertThat(closed.readSince(which, AFTER)).isEqualTo(new DateRange(FROM, TO).days());
    FROM.datesUntil(TO.plusDays(1))
        .forEach(
            day ->
                assertThat(closed.stored(which, day))
                    .as(day.toString())
                    .isEqualTo(closed.told(which, day)));
    assertThat(spent(which)).isLessThan(SPENT_BEFORE.get(which));
  }

  private static long spent(CollectedAccount which) {
    return FROM.datesUntil(TO.plusDays(1))
        .mapToLong(day -> closed.stored(which, day).spendMicros())
        .sum();
  }
}
