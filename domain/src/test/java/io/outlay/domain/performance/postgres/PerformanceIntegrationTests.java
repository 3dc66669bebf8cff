package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SampleReports.ALL;
import static io.outlay.domain.performance.postgres.SampleReports.SAMPLE;
import static io.outlay.domain.performance.postgres.SampleReports.WHOLE;
import static io.outlay.domain.performance.postgres.SampleReports.filter;
import static io.outlay.domain.performance.postgres.SampleReports.filterByLabel;
import static io.outlay.domain.performance.postgres.SampleReports.sum;
import static io.outlay.domain.performance.postgres.SampleReports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over a seeded sample, held against a count in plain Java. */
class PerformanceIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SampleReports REPORTS = SampleReports.load();

  @AfterAll
  static void close() {
    REPORTS.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void equalsACountInPlainJava(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PerformanceQuery query =
        REPORTS.query(
            range(random),
            dimensions(random),
            random.nextInt(3) == 0 ? null : Granularity.values()[random.nextInt(5)],
            List.of("USD", "KRW", "EUR").get(random.nextInt(3)),
            PerformanceFilter.NONE,
            ALL);
    assertEqualsRecount(query, row -> true);
  }

  /** Account 3 has a fact in another currency than its own, which has to be converted still. */
  @Test
  void equalsTheCountWhereAccountsHaveTheCurrencyAsked() {
    for (Sample.Account account : SampleReports.SAMPLE.accounts()) {
      PerformanceFilter ofAccount = PerformanceFilter.NONE.withAdAccounts(Set.of(account.id()));
      for (List<Dimension> by : List.of(List.of(Dimension.CHANNEL), List.<Dimension>of())) {
        PerformanceQuery query =
            REPORTS.query(
                SampleReports.WHOLE, by, Granularity.MONTH, account.currency(), ofAccount, ALL);
        assertEqualsRecount(query, row -> row.account().id() == account.id());
      }
    }
  }

  @Test
  void addsUpExactlyHoweverItIsGrouped() {
    PerformanceMetrics totals =
        Objects.requireNonNull(REPORTS.report(REPORTS.rated(List.of())).totals());
    for (Dimension dimension : Dimension.values()) {
      if (dimension == Dimension.LABEL) {
        continue;
      }
      List<PerformanceRow> rows = REPORTS.report(REPORTS.rated(List.of(dimension))).rows();
      for (Metric metric : List.of(Metric.SPEND, Metric.CLICKS, Metric.COST, Metric.CONVERSIONS)) {
        assertThat(sum(rows, metric))
            .as("%s by %s", metric, dimension)
            .isEqualByComparingTo(totals.number(metric));
      }
    }
  }

  @Test
  void countsEachCampaignOnceByOneNamedLabel() {
    PerformanceFilter title = filterByLabel(new LabelFilter("title", Set.of()));
    PerformanceReport report = REPORTS.report(REPORTS.whole(List.of(Dimension.LABEL), title));
    assertThat(report.rows())
        .extracting(row -> Objects.requireNonNull(row.key().label()).value())
        .containsExactly("Dragon Tale", "Puzzle Quest", null);
    assertThat(sum(report.rows(), Metric.SPEND))
        .isEqualByComparingTo(Objects.requireNonNull(report.totals()).number(Metric.SPEND));
    assertThat(report.notices()).doesNotContain(Notice.LABELS_OVERLAP);
  }

  @Test
  void keepsTotalsRightWhereLabelsOverlap() {
    PerformanceReport report = REPORTS.report(REPORTS.whole(List.of(Dimension.LABEL)));
    assertThat(report.rows()).hasSize(4);
    assertThat(report.notices()).contains(Notice.LABELS_OVERLAP);
    assertThat(Objects.requireNonNull(report.totals()))
        .isEqualTo(REPORTS.report(REPORTS.whole(List.of())).totals());
  }

  @Test
  void filtersByCampaignAndCountry() {
    assertEqualsRecount(
        REPORTS.whole(
            List.of(Dimension.CAMPAIGN),
            filter(Set.of("META"), Set.of(11L, 20L), Set.of(), null, Set.of())),
        row ->
            row.account().channelId() == 1 && (row.campaignId() == 11 || row.campaignId() == 20));
    assertEqualsRecount(
        REPORTS.whole(
            List.of(Dimension.AD),
            filter(Set.of(), Set.of(), Set.of("PAUSED"), "dRAGON", Set.of())),
        row -> row.campaignId() % 6 == 0 && row.campaignId() != 0);
    assertEqualsRecount(
        REPORTS.whole(
            List.of(Dimension.GENDER), filter(Set.of(), Set.of(), Set.of(), null, Set.of("KR"))),
        row -> "KR".equals(row.segment().country()));
    assertEqualsRecount(
        REPORTS.whole(List.of(), filterByLabel(new LabelFilter("title", Set.of("Dragon Tale")))),
        row -> row.campaignId() != 0 && row.campaignId() % 4 == 0 && row.currency().equals("USD"));
  }

  @Test
  void matchesNothingWhereTheChannelIsUnknown() {
    PerformanceReport report =
        REPORTS.report(
            REPORTS.whole(
                List.of(Dimension.CHANNEL),
                filter(Set.of("TV"), Set.of(), Set.of(), null, Set.of())));
    assertThat(report.rows()).isEmpty();
    assertThat(report.totalCount()).isZero();
    assertThat(Objects.requireNonNull(report.totals()).missing())
        .containsEntry(Metric.SPEND, MissingReason.NOT_REPORTED);
  }

  @Test
  void showsATokenOnlyItsAccountsWhateverItAsksFor() {
    PerformanceQuery limited =
        with(REPORTS.whole(List.of(Dimension.AD)), new Scope(Set.of(1L, 3L), Set.of(1L)));
    Recount recount = new Recount(SAMPLE, limited, "USD");
    assertSame(
        Objects.requireNonNull(REPORTS.report(limited).totals()),
        recount,
        recount.counted(row -> row.account().id() == 1));
    PerformanceQuery none = with(REPORTS.whole(List.of()), new Scope(Set.of(), null));
    assertThat(REPORTS.report(none).totalCount()).isZero();
  }

  @Test
  void leavesOutWeeksThatDaysCutAndSaysSo() {
    PerformanceQuery daily =
        REPORTS.query(
            WHOLE,
            List.of(Dimension.AD_ACCOUNT),
            Granularity.DAY,
            "USD",
            PerformanceFilter.NONE.withAdAccounts(Set.of(5L)),
            ALL);
    PerformanceReport cut = REPORTS.report(daily);
    assertThat(cut.rows()).isEmpty();
    assertThat(cut.notices()).contains(Notice.PERIOD_CUT_LEFT_OUT);
    assertThat(REPORTS.report(REPORTS.whole(List.of())).notices())
        .doesNotContain(Notice.PERIOD_CUT_LEFT_OUT);
  }

  @Test
  void tellsSourcesAndNotices() {
    PerformanceReport report = REPORTS.report(REPORTS.whole(List.of(Dimension.CHANNEL)));
    assertThat(report.timeZones()).containsExactly("Asia/Seoul", "Asia/Tokyo", "UTC");
    assertThat(report.notices())
        .contains(
            Notice.MIXED_CONVERSION_KINDS,
            Notice.MIXED_TIME_ZONES,
            Notice.ESTIMATED_VALUE,
            Notice.PROVISIONAL,
            Notice.NO_EXCHANGE_RATE)
        .doesNotContain(Notice.MISSING_DAYS, Notice.PARTIAL_PERIODS);
    assertThat(REPORTS.report(REPORTS.rated(List.of())).notices())
        .contains(Notice.VALUE_NOT_REPORTED_FOR_SOME)
        .doesNotContain(Notice.NO_EXCHANGE_RATE);
    assertThat(report.completeUntil()).isEqualTo(Sample.FIRST_DAY.plusDays(Sample.DAYS - 1));
    assertThat(report.assumptions()).hasSize(3);
    PerformanceRow second = report.rows().get(1);
    assertThat(second.sources()).extracting(FigureSource::adAccountId).containsExactly(3L, 4L);
    assertThat(second.sources())
        .extracting(FigureSource::isProvisional)
        .containsExactly(true, false);
    assertThat(second.notices()).contains(Notice.MIXED_CONVERSION_KINDS, Notice.PROVISIONAL);
    assertThat(report.rows().get(2).notices()).doesNotContain(Notice.PROVISIONAL);
  }

  @Test
  void seesANewVersionAtOnce() {
    PerformanceReport before = REPORTS.report(REPORTS.whole(List.of()));
    REPORTS
        .database()
        .asSystem()
        .query(
            "SELECT next_data_version($1, NULL, NULL, '{}')",
            List.of(REPORTS.organization().value()),
            row -> true)
        .blockLast(PATIENCE);
    PerformanceReport after = REPORTS.report(REPORTS.whole(List.of()));
    assertThat(after.dataVersion().number()).isEqualTo(before.dataVersion().number() + 1);
    assertThat(after.totals()).isEqualTo(before.totals());
  }

  private static void assertEqualsRecount(PerformanceQuery query, Predicate<Sample.Row> filter) {
    PerformanceReport report = REPORTS.report(query);
    Recount recount = new Recount(SAMPLE, query, report.currencyCode());
    Map<List<@Nullable Object>, List<Sample.Row>> groups = recount.groups(filter);
    assertThat(report.totalCount()).isEqualTo(groups.size());
    assertThat(report.rows()).hasSize(Math.min(500, groups.size()));
    for (PerformanceRow row : report.rows()) {
      List<Sample.Row> facts = groups.get(key(row.key(), query));
      assertThat(facts).as("%s", row.key()).isNotNull();
      assertSame(row.metrics(), recount, Objects.requireNonNull(facts));
    }
    assertSame(Objects.requireNonNull(report.totals()), recount, recount.counted(filter));
  }

  private static void assertSame(
      PerformanceMetrics metrics, Recount recount, List<Sample.Row> facts) {
    for (Metric metric : metrics.metrics()) {
      MetricValue expected = recount.value(metric, facts);
      if (expected instanceof Known(var number)) {
        assertThat(metrics.number(metric)).as(metric.fieldName()).isEqualByComparingTo(number);
      } else {
        assertThat(metrics.value(metric)).as(metric.fieldName()).isEqualTo(expected);
      }
    }
  }

  private static List<@Nullable Object> key(GroupKey key, PerformanceQuery query) {
    List<@Nullable Object> values = new ArrayList<>();
    if (query.granularity() != null) {
      values.add(key.periodStart());
    }
    for (Dimension dimension : query.groupBy()) {
      values.add(KeyColumns.valueOf(KeyColumns.name(dimension)).apply(key));
    }
    return values;
  }

  private static DateRange range(SplittableRandom random) {
    int from = random.nextInt(30);
    return new DateRange(
        Sample.FIRST_DAY.plusDays(from), Sample.FIRST_DAY.plusDays(from + random.nextInt(32)));
  }

  private static List<Dimension> dimensions(SplittableRandom random) {
    List<Dimension> dimensions = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.LABEL && random.nextInt(4) == 0) {
        dimensions.add(dimension);
      }
    }
    return dimensions;
  }
}
