package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PeriodFetches.OwnedPeriod;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.reading.Periods;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncPlanTests {

  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final long JOB = 7;

  private final Map<Period, PeriodFetch> records = new TreeMap<>(SyncPlanTests::byDay);
  private PlatformCapabilities capabilities = new FakePlatform().capabilities();
  private LocalDate from = TODAY.minusDays(120);
  private Instant now = at(TODAY, 12);
  private Instant askedAt = now;
  private @Nullable DateRange asked;
  private List<OwnedPeriod> owned = List.of();

  @Test
  void anEmptyAccountIsReadNewestDaysFirst() {
    List<PlannedFetch> plan = plan();

    assertThat(plan.getFirst().request().days())
        .isEqualTo(new DateRange(TODAY.minusDays(14), TODAY));
    assertThat(plan)
        .extracting(one -> one.request().days().to())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(days(plan)).hasSize(121).contains(from, TODAY);
  }

  @Test
  void withinAnHourOnlyTheCurrentDaysAreReadAgain() {
    fetchAll(at(TODAY, 12), 0.0);
    now = at(TODAY, 13);
    askedAt = now;

    assertThat(days(plan())).containsExactlyInAnyOrder(TODAY, TODAY.minusDays(1));
    assertThat(plan()).extracting(PlannedFetch::reason).containsExactly(Reason.CURRENT);
  }

  @Test
  void eachDayOfTheLookBackIsReadOnceADayAndOnceAfterIt() {
    fetchAll(at(TODAY.minusDays(1), 12), 0.0);

    Set<LocalDate> due = days(plan());

    assertThat(due).contains(TODAY, TODAY.minusDays(29)).doesNotContain(TODAY.minusDays(30));
    assertThat(due).hasSize(30);
  }

  @Test
  void olderDaysAreReadWeeklyWhileTheyMove() {
    fetchAll(at(TODAY.minusDays(8), 12), 0.0);
    fetched(Period.of(TODAY.minusDays(40)), at(TODAY.minusDays(8), 12), 0.005);
    fetched(Period.of(TODAY.minusDays(41)), at(TODAY.minusDays(8), 12), 0.0049);
    fetched(Period.of(TODAY.minusDays(42)), at(TODAY.minusDays(6), 12), 0.2);
    fetched(Period.of(TODAY.minusDays(91)), at(TODAY.minusDays(8), 12), 0.2);
    fetched(Period.of(TODAY.minusDays(43)), at(TODAY.minusDays(8), 12), null);

    assertThat(days(plan()))
        .contains(TODAY.minusDays(40), TODAY.minusDays(43))
        .doesNotContain(TODAY.minusDays(41), TODAY.minusDays(42), TODAY.minusDays(91));
  }

  @Test
  void aMonthIsReadAgainOnceItHasEnded() {
    fetchAll(at(TODAY, 12), 0.0);
    fetched(Period.of(LocalDate.of(2026, 10, 1)), at(LocalDate.of(2026, 11, 2), 12), 0.0);
    fetched(Period.of(LocalDate.of(2026, 10, 2)), at(LocalDate.of(2026, 11, 3), 0), 0.0);

    assertThat(plan()).extracting(PlannedFetch::reason).contains(Reason.MONTH_END);
    assertThat(days(plan())).contains(LocalDate.of(2026, 10, 1));
    assertThat(days(plan())).doesNotContain(LocalDate.of(2026, 10, 2));
  }

  @Test
  void aReopenedDayAndALostOneAreReadAgain() {
    fetchAll(at(TODAY, 12), 0.0);
    Period reopened = Period.of(TODAY.minusDays(60));
    Period lost = Period.of(TODAY.minusDays(100));
    fetched(lost, at(TODAY.minusDays(2), 11), 0.0);
    records.put(reopened, changed(records.get(reopened), at(TODAY, 11), true));
    records.put(lost, changed(records.get(lost), null, false));

    assertThat(days(plan())).containsExactlyInAnyOrder(reopened.lastDay(), lost.lastDay());
  }

  @Test
  void whatIsAskedForIsReadOnceWhetherDueOrNot() {
    fetchAll(at(TODAY, 11), 0.0);
    asked = new DateRange(TODAY.minusDays(70), TODAY.minusDays(69));

    assertThat(days(plan())).containsExactlyInAnyOrder(TODAY.minusDays(70), TODAY.minusDays(69));
    fetched(Period.of(TODAY.minusDays(70)), now, 0.0);
    assertThat(days(plan())).containsExactly(TODAY.minusDays(69));
  }

  @Test
  void daysThatAnImportOwnsAreLeftOut() {
    owned =
        List.of(
            new OwnedPeriod(View.DELIVERY, new Period(TODAY.minusDays(50), TODAY.minusDays(40))));

    assertThat(days(plan()))
        .doesNotContain(TODAY.minusDays(50), TODAY.minusDays(40))
        .contains(TODAY.minusDays(51), TODAY.minusDays(39));
  }

  @Test
  void beyondTheDaysAPlatformGivesComeWholeMonthsAndWeeksBetween() {
    capabilities =
        new FakePlatform(
                java.time.Period.ofDays(90),
                List.of(
                    FakePlatform.report(
                        View.DELIVERY,
                        PeriodLength.WEEK,
                        java.time.Period.ofDays(14),
                        java.time.Period.ofMonths(24)),
                    FakePlatform.report(
                        View.DELIVERY,
                        PeriodLength.MONTH,
                        java.time.Period.ofDays(90),
                        java.time.Period.ofMonths(24))))
            .capabilities();
    from = LocalDate.of(2025, 10, 22);

    List<Period> planned = periods(plan());

    assertThat(planned).contains(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)));
    assertThat(planned).contains(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)));
    // 90 days back is 24 August, a Monday: weeks reach from 3 August up to it.
    assertThat(planned)
        .contains(
            new Period(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 9)),
            new Period(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 23)));
    assertThat(planned)
        .doesNotContain(new Period(LocalDate.of(2026, 7, 27), LocalDate.of(2026, 8, 2)))
        .contains(new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 2)));
  }

  @Test
  void theMonthInWhichDaysBeginComesInOnePieceUpToThem() {
    daysAndMonths();
    from = LocalDate.of(2026, 6, 20);

    assertThat(periods(plan()))
        .contains(
            Period.of(LocalDate.of(2026, 8, 24)),
            new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 23)),
            new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)),
            new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)));
  }

  @Test
  void aDayThatWasMissedUntilDaysBeganLaterComesAsARestOfItsMonth() {
    daysAndMonths();
    from = LocalDate.of(2026, 7, 1);
    LocalDate.of(2026, 8, 24).datesUntil(TODAY).forEach(day -> fetched(Period.of(day), now, 0.0));
    fetched(new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 23)), now, 0.0);
    records.remove(Period.of(LocalDate.of(2026, 8, 26)));
    now = at(TODAY.plusDays(4), 12);
    askedAt = now;

    assertThat(periods(plan()))
        .contains(Period.of(LocalDate.of(2026, 8, 26)))
        .contains(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)));
  }

  @Test
  void aLostMonthIsReadAgainAfterADay() {
    daysAndMonths();
    from = LocalDate.of(2026, 7, 1);
    LocalDate.of(2026, 8, 24)
        .datesUntil(TODAY.plusDays(1))
        .forEach(day -> fetched(Period.of(day), now, 0.0));
    Period july = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
    Period august = new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 23));
    for (Period lost : List.of(july, august)) {
      fetched(lost, at(TODAY.minusDays(2), 11), null);
      records.put(lost, changed(records.get(lost), null, false));
    }

    assertThat(periods(plan())).containsExactlyInAnyOrder(july, august);
    assertThat(plan()).extracting(PlannedFetch::reason).containsOnly(Reason.LOST);
  }

  @Test
  void aDayReadBeforeItEndedIsReadAgainSixHoursAfterItsEnd() {
    fetchAll(at(TODAY, 12), 0.0);
    LocalDate yesterday = TODAY;
    now = at(TODAY.plusDays(1), 6);
    askedAt = at(TODAY, 1);
    fetched(Period.of(yesterday), at(TODAY.plusDays(1), 5), 0.0);
    fetched(Period.of(TODAY.plusDays(1)), at(TODAY.plusDays(1), 5).plusSeconds(1), 0.0);

    assertThat(days(plan())).contains(yesterday);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsKnownThePlanAsksNoDayTwiceAndEndsWhenDone(long seed) {
    Random random = new Random(seed);
    if (random.nextBoolean()) {
      capabilities =
          new FakePlatform(
                  java.time.Period.ofDays(90),
                  List.of(
                      FakePlatform.report(
                          View.DELIVERY,
                          PeriodLength.WEEK,
                          java.time.Period.ofDays(random.nextInt(40)),
                          java.time.Period.ofMonths(24)),
                      FakePlatform.report(
                          View.DELIVERY,
                          PeriodLength.MONTH,
                          java.time.Period.ofDays(90),
                          java.time.Period.ofMonths(24))))
              .capabilities();
    }
    from = TODAY.minusDays(random.nextInt(800));
    for (int i = random.nextInt(200); i > 0; i--) {
      LocalDate day = TODAY.minusDays(random.nextInt(90));
      Instant read = at(day, 0).plus(Duration.ofHours(random.nextInt(2400)));
      fetched(
          Period.of(day),
          read.isAfter(now) ? now : read,
          random.nextInt(3) == 0 ? null : random.nextDouble());
    }
    for (int rounds = 0; rounds < 200; rounds++) {
      List<PlannedFetch> plan = plan();
      if (plan.isEmpty()) {
        break;
      }
      PlannedFetch next = plan.getFirst();
      assertNoOverlap(plan);
      assertThat(next.periods()).isEqualTo(periods(List.of(next)).size());
      periods(List.of(next)).forEach(period -> fetched(period, now, 0.3));
    }
    assertThat(plan()).isEmpty();
    assertThat(days(records.keySet())).contains(TODAY);
  }

  private void daysAndMonths() {
    capabilities =
        new FakePlatform(
                java.time.Period.ofDays(90),
                List.of(
                    FakePlatform.report(
                        View.DELIVERY,
                        PeriodLength.MONTH,
                        java.time.Period.ofDays(90),
                        java.time.Period.ofMonths(24))))
            .capabilities();
  }

  private void assertNoOverlap(List<PlannedFetch> plan) {
    Set<LocalDate> seen = new HashSet<>();
    for (Period period : periods(plan)) {
      for (LocalDate day : days(Set.of(period))) {
        assertThat(seen.add(day)).as("asked once: " + day).isTrue();
      }
      records.keySet().stream()
          .filter(known -> !known.equals(period))
          .forEach(
              known ->
                  assertThat(
                          known.lastDay().isBefore(period.firstDay())
                              || known.firstDay().isAfter(period.lastDay()))
                      .as(known + " and " + period)
                      .isTrue());
    }
  }

  private List<PlannedFetch> plan() {
    AccessSettings settings =
        new AccessSettings(
            FakePlatform.VERSION,
            new ActionMapping(ConversionKind.INSTALL, Map.of(), "7d_click"),
            28,
            90,
            Duration.ofHours(1),
            from,
            false);
    return SyncPlan.of(
        new SyncSituation(
            capabilities,
            settings,
            ZONE,
            now,
            JOB,
            askedAt,
            asked,
            new ArrayList<>(records.values()),
            owned),
        15);
  }

  private void fetchAll(Instant when, @Nullable Double moved) {
    from.datesUntil(TODAY.plusDays(1)).forEach(day -> fetched(Period.of(day), when, moved));
  }

  private void fetched(Period period, Instant when, @Nullable Double moved) {
    Fetched fetched =
        new Fetched(
            1, when, null, "", 1, 1, FakePlatform.VERSION, true, MetricValues.of(Map.of()), moved);
    records.put(period, new PeriodFetch(View.DELIVERY, period, 1, fetched, null, null, true));
  }

  private static PeriodFetch changed(
      @Nullable PeriodFetch fetch, @Nullable Instant reopenedAt, boolean isStored) {
    PeriodFetch known = Objects.requireNonNull(fetch);
    return new PeriodFetch(
        known.view(), known.period(), known.jobId(), known.fetched(), null, reopenedAt, isStored);
  }

  private static List<Period> periods(List<PlannedFetch> plan) {
    return plan.stream().flatMap(one -> Periods.of(one.request()).stream()).toList();
  }

  private static Set<LocalDate> days(List<PlannedFetch> plan) {
    return days(new HashSet<>(periods(plan)));
  }

  private static Set<LocalDate> days(Set<Period> periods) {
    Set<LocalDate> days = new HashSet<>();
    periods.forEach(
        period -> period.firstDay().datesUntil(period.lastDay().plusDays(1)).forEach(days::add));
    return days;
  }

  private static Instant at(LocalDate day, int hour) {
    return LocalDateTime.of(day, java.time.LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
  }

  private static int byDay(Period one, Period other) {
    int last = one.lastDay().compareTo(other.lastDay());
    return last != 0 ? last : one.firstDay().compareTo(other.firstDay());
  }
}
