package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.DAY;
import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static io.outlay.domain.performance.postgres.StoredSlices.awaited;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.View;
import io.outlay.domain.test.MigratedDatabase;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two days of delivery, of which the first was also delivered by country, with what it lacks. */
class BreakdownIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresPerformance PERFORMANCE =
      new PostgresPerformance(MIGRATED.database(), InstantSource.system());

  private final StoredSlices stored = new StoredSlices(MIGRATED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void deliver() {
    stored.replace(stored.some().with(row("a", 1, 100_000_000), row("b", 1, 10_000_000)));
    stored.replace(stored.some().numbered(2).on(DAY.plusDays(1)).with(row("a", 1, 7_000_000)));
    stored.replace(
        byCountry(DAY, 3, Level.CAMPAIGN, of("a", "KR", 60), of("a", "JP", 45), of("a", null, 5)));
  }

  @Test
  void countsTheBreakdownWhereItWasDeliveredAndDeliveryElsewhere() {
    PerformanceReport report = report(List.of(Dimension.COUNTRY), PerformanceFilter.NONE);

    assertThat(spend(report, GroupKey::country))
        .isEqualTo(Map.of("KR", 60L, "JP", 45L, "none", 5L + 7L));
    assertThat(total(report)).isEqualTo(117);
    assertThat(report.notices()).contains(Notice.COUNTRY_BREAKDOWN);
  }

  @Test
  void countsDeliveryWhereNobodyAsksForCountries() {
    PerformanceReport report = report(List.of(Dimension.CAMPAIGN), PerformanceFilter.NONE);

    assertThat(total(report)).isEqualTo(117);
    assertThat(report.rows()).hasSize(2);
    assertThat(report.notices()).doesNotContain(Notice.COUNTRY_BREAKDOWN);
  }

  @Test
  void filtersByCountryWithinTheBreakdown() {
    PerformanceFilter korea =
        new PerformanceFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of("KR"), null);

    assertThat(total(report(List.of(), korea))).isEqualTo(60);
  }

  @Test
  void leavesABreakdownAloneThatIsTooCoarseOrTellsSomethingElse() {
    stored.replace(
        byCountry(DAY.plusDays(1), 4, Level.ACCOUNT, of(null, "KR", 3), of(null, "JP", 4)));

    assertThat(
            total(report(List.of(Dimension.CAMPAIGN, Dimension.COUNTRY), PerformanceFilter.NONE)))
        .isEqualTo(117);
    assertThat(
            spend(
                report(List.of(Dimension.CAMPAIGN, Dimension.COUNTRY), PerformanceFilter.NONE),
                GroupKey::country))
        .containsEntry("KR", 60L);
    assertThat(spend(report(List.of(Dimension.COUNTRY), PerformanceFilter.NONE), GroupKey::country))
        .isEqualTo(Map.of("KR", 63L, "JP", 49L, "none", 5L));
    PerformanceReport devices =
        report(List.of(Dimension.DEVICE, Dimension.COUNTRY), PerformanceFilter.NONE);
    assertThat(total(devices)).isEqualTo(117);
    assertThat(devices.notices()).doesNotContain(Notice.COUNTRY_BREAKDOWN);
  }

  private static long total(PerformanceReport report) {
    return Objects.requireNonNull(Objects.requireNonNull(report.totals()).number(Metric.SPEND))
        .longValueExact();
  }

  private static Map<String, Long> spend(
      PerformanceReport report, Function<GroupKey, @Nullable String> key) {
    Map<String, Long> spend = new HashMap<>();
    report
        .rows()
        .forEach(
            row ->
                spend.merge(
                    Objects.requireNonNullElse(key.apply(row.key()), "none"),
                    Objects.requireNonNull(row.metrics().number(Metric.SPEND)).longValueExact(),
                    Long::sum));
    return spend;
  }

  private PerformanceReport report(List<Dimension> by, PerformanceFilter filter) {
    return awaited(
        PERFORMANCE.report(
            new PerformanceQuery(
                stored.organization(),
                Scope.EVERYTHING,
                new DateRange(DAY, DAY.plusDays(1)),
                by,
                null,
                filter,
                "USD",
                Measurer.PLATFORM,
                null,
                null,
                null,
                null,
                new PerformancePage(50, 0),
                PerformanceSelection.all(Set.of(Metric.SPEND)))));
  }

  private Slice byCountry(LocalDate day, long number, Level level, FactRow... rows) {
    Slice slice = stored.some().on(day).numbered(number).atLevel(level).with(rows);
    SliceKey key = slice.key();
    return new Slice(
        new SliceKey(key.account(), key.measurer(), View.COUNTRY, key.source(), key.period()),
        slice.account(),
        slice.level(),
        slice.sequence(),
        slice.fetchedAt(),
        slice.replacement(),
        slice.takesOver(),
        slice.rawInputId(),
        slice.jobId(),
        slice.dictionaryVersion(),
        slice.isEstimated(),
        slice.provisionalUntil(),
        slice.rows());
  }

  private static FactRow of(@Nullable String campaign, @Nullable String country, long spend) {
    return new FactRow(
        campaign,
        null,
        null,
        null,
        null,
        null,
        null,
        country,
        null,
        null,
        null,
        "USD",
        MetricValues.of(Map.of(BaseMetric.SPEND, spend * 1_000_000)));
  }
}
