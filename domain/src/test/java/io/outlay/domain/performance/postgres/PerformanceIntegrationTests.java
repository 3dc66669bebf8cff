package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over a seeded sample, held against a count in plain Java. */
class PerformanceIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);
  private static final DateRange WHOLE =
      new DateRange(Sample.FIRST_DAY.minusDays(3), Sample.FIRST_DAY.plusDays(Sample.DAYS + 10));
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final OrganizationId ORGANIZATION = MIGRATED.addOrganization("sample");
  private static final Sample SAMPLE = Sample.of(20261122);
  private static final PostgresPerformance PERFORMANCE =
      new PostgresPerformance(
          MIGRATED.database(), InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));

  @BeforeAll
  static void load() throws SQLException {
    SampleLoader.load(SAMPLE, MIGRATED, ORGANIZATION);
  }

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void equalsACountInPlainJava(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PerformanceQuery query =
        query(
            range(random),
            dimensions(random),
            random.nextInt(3) == 0 ? null : Granularity.values()[random.nextInt(5)],
            List.of("USD", "KRW", "EUR").get(random.nextInt(3)),
            PerformanceFilter.NONE,
            ALL);
    assertEqualsRecount(query, row -> true);
  }

  @Test
  void addsUpExactlyHoweverItIsGrouped() {
    PerformanceMetrics totals = Objects.requireNonNull(report(rated(List.of())).totals());
    for (Dimension dimension : Dimension.values()) {
      if (dimension == Dimension.LABEL) {
        continue;
      }
      List<PerformanceRow> rows = report(rated(List.of(dimension))).rows();
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
    PerformanceReport report = report(whole(List.of(Dimension.LABEL), title));
    assertThat(report.rows())
        .extracting(row -> Objects.requireNonNull(row.key().label()).value())
        .containsExactly("Dragon Tale", "Puzzle Quest", null);
    assertThat(sum(report.rows(), Metric.SPEND))
        .isEqualByComparingTo(Objects.requireNonNull(report.totals()).number(Metric.SPEND));
    assertThat(report.notices()).doesNotContain(Notice.LABELS_OVERLAP);
  }

  @Test
  void keepsTotalsRightWhereLabelsOverlap() {
    PerformanceReport report = report(whole(List.of(Dimension.LABEL)));
    assertThat(report.rows()).hasSize(4);
    assertThat(report.notices()).contains(Notice.LABELS_OVERLAP);
    assertThat(Objects.requireNonNull(report.totals()))
        .isEqualTo(report(whole(List.of())).totals());
  }

  @Test
  void filtersByCampaignAndCountry() {
    assertEqualsRecount(
        whole(
            List.of(Dimension.CAMPAIGN),
            filter(Set.of("META"), Set.of(11L, 20L), Set.of(), null, Set.of())),
        row ->
            row.account().channelId() == 1 && (row.campaignId() == 11 || row.campaignId() == 20));
    assertEqualsRecount(
        whole(
            List.of(Dimension.AD),
            filter(Set.of(), Set.of(), Set.of("PAUSED"), "dRAGON", Set.of())),
        row -> row.campaignId() % 6 == 0 && row.campaignId() != 0);
    assertEqualsRecount(
        whole(List.of(Dimension.GENDER), filter(Set.of(), Set.of(), Set.of(), null, Set.of("KR"))),
        row -> "KR".equals(row.segment().country()));
    assertEqualsRecount(
        whole(List.of(), filterByLabel(new LabelFilter("title", Set.of("Dragon Tale")))),
        row -> row.campaignId() != 0 && row.campaignId() % 4 == 0 && row.currency().equals("USD"));
  }

  @Test
  void matchesNothingWhereTheChannelIsUnknown() {
    PerformanceReport report =
        report(
            whole(
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
        with(whole(List.of(Dimension.AD)), new Scope(Set.of(1L, 3L), Set.of(1L)));
    Recount recount = new Recount(SAMPLE, limited, "USD");
    assertSame(
        Objects.requireNonNull(report(limited).totals()),
        recount,
        recount.counted(row -> row.account().id() == 1));
    PerformanceQuery none = with(whole(List.of()), new Scope(Set.of(), null));
    assertThat(report(none).totalCount()).isZero();
  }

  @Test
  void pagesThroughATotalOrderWithNullsLast() {
    PerformanceQuery query = whole(List.of(Dimension.AD, Dimension.COUNTRY));
    PerformanceOrder order = new PerformanceOrder.ByMetric(Metric.CPA, true);
    List<PerformanceRow> all = report(ordered(query, order, new PerformancePage(500, 0))).rows();
    List<GroupKey> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 7) {
      PerformanceReport page = report(ordered(query, order, new PerformancePage(7, offset)));
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
    PerformanceQuery query = whole(List.of(Dimension.CAMPAIGN));
    List<Long> ids =
        report(
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
            query(
                range,
                List.of(Dimension.CHANNEL),
                Granularity.DAY,
                "USD",
                PerformanceFilter.NONE,
                ALL),
            new Comparison.PreviousPeriod());
    PerformanceReport before =
        report(
            query(
                range.previous(),
                List.of(Dimension.CHANNEL),
                Granularity.DAY,
                "USD",
                PerformanceFilter.NONE,
                ALL));
    Map<GroupKey, PerformanceMetrics> expected = new HashMap<>();
    before.rows().forEach(row -> expected.put(row.key(), row.metrics()));
    PerformanceReport report = report(query);
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
        query(WHOLE, List.of(), Granularity.WEEK, "USD", PerformanceFilter.NONE, ALL);
    Map<Long, PerformanceReport> reports =
        Objects.requireNonNull(
            PERFORMANCE.reportByCampaign(Set.of(10L, 31L, 999L), query).block(PATIENCE));
    assertThat(reports).containsOnlyKeys(10L, 31L, 999L);
    for (Long id : List.of(10L, 31L)) {
      PerformanceReport alone =
          report(query.withFilter(PerformanceFilter.NONE.withCampaigns(Set.of(id))));
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

  @Test
  void leavesOutWeeksThatDaysCutAndSaysSo() {
    PerformanceQuery daily =
        query(
            WHOLE,
            List.of(Dimension.AD_ACCOUNT),
            Granularity.DAY,
            "USD",
            PerformanceFilter.NONE.withAdAccounts(Set.of(5L)),
            ALL);
    PerformanceReport cut = report(daily);
    assertThat(cut.rows()).isEmpty();
    assertThat(cut.notices()).contains(Notice.PERIOD_CUT_LEFT_OUT);
    assertThat(report(whole(List.of())).notices()).doesNotContain(Notice.PERIOD_CUT_LEFT_OUT);
  }

  @Test
  void tellsSourcesAndNotices() {
    PerformanceReport report = report(whole(List.of(Dimension.CHANNEL)));
    assertThat(report.timeZones()).containsExactly("Asia/Seoul", "Asia/Tokyo", "UTC");
    assertThat(report.notices())
        .contains(
            Notice.MIXED_CONVERSION_KINDS,
            Notice.MIXED_TIME_ZONES,
            Notice.ESTIMATED_VALUE,
            Notice.PROVISIONAL,
            Notice.NO_EXCHANGE_RATE)
        .doesNotContain(Notice.MISSING_DAYS, Notice.PARTIAL_PERIODS);
    assertThat(report(rated(List.of())).notices())
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
    PerformanceReport before = report(whole(List.of()));
    MIGRATED
        .database()
        .asSystem()
        .query(
            "SELECT next_data_version($1, NULL, NULL, '{}')",
            List.of(ORGANIZATION.value()),
            row -> true)
        .blockLast(PATIENCE);
    PerformanceReport after = report(whole(List.of()));
    assertThat(after.dataVersion().number()).isEqualTo(before.dataVersion().number() + 1);
    assertThat(after.totals()).isEqualTo(before.totals());
  }

  private static BigDecimal sum(List<PerformanceRow> rows, Metric metric) {
    return rows.stream()
        .map(row -> row.metrics().number(metric))
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The days before the one on which a rate is missing. */
  private static PerformanceQuery rated(List<Dimension> groupBy) {
    DateRange range = new DateRange(WHOLE.from(), Sample.FIRST_DAY.plusDays(49));
    return query(range, groupBy, null, "KRW", PerformanceFilter.NONE, ALL);
  }

  private static PerformanceQuery whole(List<Dimension> groupBy) {
    return whole(groupBy, PerformanceFilter.NONE);
  }

  private static PerformanceQuery whole(List<Dimension> groupBy, PerformanceFilter filter) {
    return query(
        WHOLE, groupBy, null, filter.equals(PerformanceFilter.NONE) ? "KRW" : "USD", filter, ALL);
  }

  private static PerformanceFilter filterByLabel(LabelFilter label) {
    return new PerformanceFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of("USD"), Set.of(), label);
  }

  private static PerformanceFilter filter(
      Set<String> channels,
      Set<Long> campaigns,
      Set<String> statuses,
      @Nullable String nameContains,
      Set<String> countries) {
    return new PerformanceFilter(
        Set.of(), channels, Set.of(), campaigns, statuses, nameContains, Set.of(), countries, null);
  }

  private static PerformanceQuery with(PerformanceQuery query, Scope scope) {
    return new PerformanceQuery(
        query.organization(),
        scope,
        query.range(),
        query.groupBy(),
        query.granularity(),
        query.filter(),
        "USD",
        query.measuredBy(),
        null,
        null,
        null,
        null,
        query.page(),
        query.selection());
  }

  private static PerformanceQuery ordered(
      PerformanceQuery query, PerformanceOrder order, PerformancePage page) {
    return new PerformanceQuery(
        query.organization(),
        query.scope(),
        query.range(),
        query.groupBy(),
        query.granularity(),
        query.filter(),
        query.currencyCode(),
        query.measuredBy(),
        null,
        null,
        null,
        order,
        page,
        query.selection());
  }

  private static PerformanceQuery compared(PerformanceQuery query, Comparison comparison) {
    return new PerformanceQuery(
        query.organization(),
        query.scope(),
        query.range(),
        query.groupBy(),
        query.granularity(),
        query.filter(),
        query.currencyCode(),
        query.measuredBy(),
        comparison,
        null,
        null,
        null,
        query.page(),
        query.selection());
  }

  private static void assertEqualsRecount(PerformanceQuery query, Predicate<Sample.Row> filter) {
    PerformanceReport report = report(query);
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

  private static PerformanceQuery query(
      DateRange range,
      List<Dimension> groupBy,
      @Nullable Granularity granularity,
      @Nullable String currency,
      PerformanceFilter filter,
      Set<Metric> metrics) {
    return new PerformanceQuery(
        ORGANIZATION,
        Scope.EVERYTHING,
        range,
        groupBy,
        granularity,
        filter,
        currency,
        Measurer.PLATFORM,
        null,
        null,
        null,
        null,
        new PerformancePage(500, 0),
        PerformanceSelection.all(metrics));
  }

  private static PerformanceReport report(PerformanceQuery query) {
    return Objects.requireNonNull(PERFORMANCE.report(query).block(PATIENCE));
  }
}
