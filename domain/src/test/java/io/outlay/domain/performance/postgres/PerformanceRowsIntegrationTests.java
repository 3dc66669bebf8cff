package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SampleReports.ALL;
import static io.outlay.domain.performance.postgres.SampleReports.WHOLE;
import static io.outlay.domain.performance.postgres.SampleReports.compared;
import static io.outlay.domain.performance.postgres.SampleReports.ordered;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Order, pages and comparisons of rows over a seeded sample. */
class PerformanceRowsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SampleReports REPORTS = SampleReports.load();

  @AfterAll
  static void close() {
    REPORTS.close();
  }

  @Test
  void pagesThroughATotalOrderWithNullsLast() {
    PerformanceQuery query = REPORTS.whole(List.of(Dimension.AD, Dimension.COUNTRY));
    PerformanceOrder order = new PerformanceOrder.ByMetric(Metric.CPA, true);
    List<PerformanceRow> all =
        REPORTS.report(ordered(query, order, new PerformancePage(500, 0))).rows();
    List<GroupKey> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 7) {
      PerformanceReport page =
          REPORTS.report(ordered(query, order, new PerformancePage(7, offset)));
      page.rows().forEach(row -> paged.add(row.key()));
      assertThat(page.hasNextPage()).isEqualTo(offset + 7 < all.size());
    }
    assertThat(paged).isEqualTo(all.stream().map(PerformanceRow::key).toList());
    List<@Nullable BigDecimal> values =
        all.stream().map(row -> row.metrics().number(Metric.CPA)).toList();
    assertThat(values).isSortedAccordingTo(Comparator.nullsLast(Comparator.reverseOrder()));
  }

  @Test
  void ordersByNames() {
    PerformanceQuery query = REPORTS.whole(List.of(Dimension.CAMPAIGN));
    List<Long> ids =
        REPORTS
            .report(
                ordered(
                    query,
                    new PerformanceOrder.ByDimension(Dimension.CAMPAIGN, false),
                    new PerformancePage(3, 0)))
            .rows()
            .stream()
            .map(row -> row.key().campaignId())
            .toList();
    assertThat(ids).containsExactly(10L, 12L, 20L);
  }

  @Test
  void setsEachPeriodBesideTheOneBeforeByPosition() {
    DateRange range = new DateRange(Sample.FIRST_DAY.plusDays(20), Sample.FIRST_DAY.plusDays(29));
    PerformanceQuery query =
        compared(
            REPORTS.query(
                range,
                List.of(Dimension.CHANNEL),
                Granularity.DAY,
                "USD",
                PerformanceFilter.NONE,
                ALL),
            new Comparison.PreviousPeriod());
    PerformanceReport before =
        REPORTS.report(
            REPORTS.query(
                range.previous(),
                List.of(Dimension.CHANNEL),
                Granularity.DAY,
                "USD",
                PerformanceFilter.NONE,
                ALL));
    Map<GroupKey, PerformanceMetrics> expected = new HashMap<>();
    before.rows().forEach(row -> expected.put(row.key(), row.metrics()));
    PerformanceReport report = REPORTS.report(query);
    assertThat(report.rows()).hasSizeGreaterThan(10);
    for (PerformanceRow row : report.rows()) {
      GroupKey key = row.key().at(Objects.requireNonNull(row.key().periodStart()).minusDays(10));
      ComparedMetrics compared = Objects.requireNonNull(row.compared());
      assertThat(compared.metrics()).isEqualTo(expected.get(key));
      assertThat(compared.period())
          .isEqualTo(
              new DateRange(
                  Objects.requireNonNull(key.periodStart()),
                  Objects.requireNonNull(key.periodStart())));
    }
    assertThat(Objects.requireNonNull(report.totalsCompared()).metrics())
        .isEqualTo(before.totals());
  }

  @Test
  void answersManyCampaignsLikeEachAlone() {
    PerformanceQuery query =
        REPORTS.query(WHOLE, List.of(), Granularity.WEEK, "USD", PerformanceFilter.NONE, ALL);
    Map<Long, PerformanceReport> reports =
        Objects.requireNonNull(
            REPORTS.performance().reportByCampaign(Set.of(10L, 31L, 999L), query).block(PATIENCE));
    assertThat(reports).containsOnlyKeys(10L, 31L, 999L);
    for (Long id : List.of(10L, 31L)) {
      PerformanceReport alone =
          REPORTS.report(query.withFilter(PerformanceFilter.NONE.withCampaigns(Set.of(id))));
      PerformanceReport among = Objects.requireNonNull(reports.get(id));
      assertThat(among.totals()).isEqualTo(alone.totals());
      assertThat(among.totalCount()).isEqualTo(alone.totalCount());
      assertThat(among.notices()).isEqualTo(alone.notices());
      assertThat(among.rows())
          .extracting(PerformanceRow::metrics)
          .isEqualTo(alone.rows().stream().map(PerformanceRow::metrics).toList());
    }
    assertThat(Objects.requireNonNull(reports.get(999L)).rows()).isEmpty();
  }
}
