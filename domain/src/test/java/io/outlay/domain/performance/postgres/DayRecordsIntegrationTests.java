package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.DAY;
import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static io.outlay.domain.performance.postgres.StoredSlices.awaited;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.MetricDifference;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.EncryptionKeys;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.NewPlatformAccess;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.domain.platform.postgres.PostgresPeriodFetches;
import io.outlay.domain.platform.postgres.PostgresPlatformAccesses;
import io.outlay.domain.platform.postgres.PostgresReconciliations;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An account that is collected since three days before {@code DAY}, two days after it: one day was
 * fetched empty, one with a row but before it had ended, the others not at all.
 */
class DayRecordsIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final LocalDate EMPTY = DAY.minusDays(2);
  private static final Instant NOW = Instant.parse("2026-03-16T12:00:00Z");
  private static final DateRange RANGE = new DateRange(DAY.minusDays(4), DAY.plusDays(3));

  /** Slices of this number are fetched six hours after {@code DAY} had ended. */
  private static final long WHOLE = 7_200;

  private final PostgresPerformance performance =
      new PostgresPerformance(MIGRATED.database(), InstantSource.fixed(NOW));
  private final PostgresPeriodFetches fetches = new PostgresPeriodFetches(MIGRATED.database());
  private final StoredSlices stored = new StoredSlices(MIGRATED);
  private long adAccountId;

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void collect() {
    adAccountId = connect();
    stored.replace(stored.some().on(EMPTY).numbered(WHOLE).with());
    stored.replace(stored.some().on(DAY).with(row("a", 3, 9_000_000)));
  }

  @Test
  void tellsZeroFromUnknownInASeries() {
    PerformanceReport report = report(Granularity.DAY, List.of(), null);

    assertThat(report.rows())
        .extracting(row -> Objects.requireNonNull(row.period()).from())
        .containsExactly(
            DAY.minusDays(3), EMPTY, DAY.minusDays(1), DAY, DAY.plusDays(1), DAY.plusDays(2));
    assertThat(report.rows())
        .extracting(row -> told(row.metrics()))
        .containsExactly("NOT_FETCHED", "0", "NOT_FETCHED", "9", "NOT_FETCHED", "NOT_FETCHED");
    assertThat(report.totalCount()).isEqualTo(6);
    assertThat(report.rows().get(1).metrics().value(Metric.CTR))
        .hasToString("Missing[reason=ZERO_DENOMINATOR]");
    assertThat(report.rows().get(1).metrics().missing())
        .containsEntry(Metric.VIDEO_VIEWS, MissingReason.NOT_REPORTED);
    assertThat(report.rows().getFirst().notices()).contains(Notice.DAYS_NOT_FETCHED);
    assertThat(report.rows().get(1).notices()).doesNotContain(Notice.DAYS_NOT_FETCHED);
  }

  @Test
  void namesTheAccountAndDaysThatLackAndTellsHowFarFiguresAreWhole() {
    PerformanceReport report = report(null, List.of(), null);

    assertThat(report.notices())
        .contains(Notice.DAYS_NOT_FETCHED)
        .doesNotContain(Notice.MISSING_DAYS, Notice.NOT_RECONCILED);
    Concern lacking = report.concerns().getFirst();
    assertThat(lacking.adAccountId()).isEqualTo(adAccountId);
    assertThat(lacking.days())
        .containsExactly(only(DAY.minusDays(3)), only(DAY.minusDays(1)), only(DAY.plusDays(1)));
    assertThat(report.completeUntil()).isEqualTo(EMPTY);
    assertThat(told(Objects.requireNonNull(report.totals()))).isEqualTo("9");
  }

  @Test
  void readingADayAgainAfterItsEndMakesItWholeInANewVersion() {
    long before = stored.version();

    stored.replace(stored.some().on(DAY).numbered(WHOLE).with(row("a", 3, 9_000_000)));

    assertThat(stored.version()).isGreaterThan(before);
    assertThat(report(null, List.of(), null).completeUntil()).isEqualTo(DAY);
    long whole = stored.version();
    stored.replace(stored.some().on(DAY).numbered(WHOLE + 1).with(row("a", 3, 9_000_000)));
    assertThat(stored.version()).isEqualTo(whole);
  }

  @Test
  void ordersAndPagesASeriesWithWhatItLacks() {
    PerformanceOrder bySpend = new PerformanceOrder.ByMetric(Metric.SPEND, true);

    PerformanceReport first =
        report(Granularity.DAY, List.of(), bySpend, new PerformancePage(2, 0));
    PerformanceReport last = report(Granularity.DAY, List.of(), bySpend, new PerformancePage(9, 2));

    assertThat(first.rows()).extracting(row -> told(row.metrics())).containsExactly("9", "0");
    assertThat(first.hasNextPage()).isTrue();
    assertThat(last.rows()).hasSize(4).allMatch(row -> told(row.metrics()).equals("NOT_FETCHED"));
    assertThat(last.hasNextPage()).isFalse();
  }

  @Test
  void sourcesOfARowTellHowFarTheyAreWhole() {
    PerformanceRow row = report(null, List.of(Dimension.CAMPAIGN), null).rows().getFirst();

    assertThat(row.sources()).hasSize(1);
    assertThat(row.sources().getFirst().completeUntil()).isEqualTo(EMPTY);
    assertThat(row.concerns()).hasSize(1);
  }

  @Test
  void aCampaignWithoutFactsIsZeroOrUnknown() {
    long campaign = stored.number("SELECT campaign_id FROM campaign");
    Set<Long> asked = Set.of(campaign);

    PerformanceReport empty =
        Objects.requireNonNull(
            awaited(performance.reportByCampaign(asked, query(only(EMPTY), null))).get(campaign));
    PerformanceReport unknown =
        Objects.requireNonNull(
            awaited(performance.reportByCampaign(asked, query(only(DAY.plusDays(1)), null)))
                .get(campaign));
    PerformanceReport series =
        Objects.requireNonNull(
            awaited(performance.reportByCampaign(asked, query(RANGE, Granularity.DAY)))
                .get(campaign));

    assertThat(told(Objects.requireNonNull(empty.totals()))).isEqualTo("0");
    assertThat(told(Objects.requireNonNull(unknown.totals()))).isEqualTo("NOT_FETCHED");
    assertThat(unknown.notices()).contains(Notice.DAYS_NOT_FETCHED);
    assertThat(series.rows())
        .extracting(row -> told(row.metrics()))
        .containsExactly("NOT_FETCHED", "0", "NOT_FETCHED", "9", "NOT_FETCHED", "NOT_FETCHED");
  }

  @Test
  void showsWhatIsNotReconciledUntilItIs() {
    fetched(DAY, 1, 10_000_000);
    compare(1);
    PerformanceReport differing = report(null, List.of(), null);

    assertThat(differing.notices()).contains(Notice.NOT_RECONCILED);
    Concern concern =
        differing.concerns().stream()
            .filter(one -> one.notice() == Notice.NOT_RECONCILED)
            .findFirst()
            .orElseThrow();
    assertThat(concern.days()).containsExactly(only(DAY));
    assertThat(concern.differences())
        .containsExactly(new MetricDifference(BaseMetric.SPEND, 10_000_000, 9_000_000));

    long before = stored.version();
    stored.replace(stored.some().on(DAY).numbered(2).with(row("a", 3, 10_000_000)));
    fetched(DAY, 2, 10_000_000);
    compare(2);

    assertThat(stored.version()).isGreaterThan(before + 1);
    assertThat(report(null, List.of(), null).notices()).doesNotContain(Notice.NOT_RECONCILED);
  }

  @Test
  void aReopenedDayIsProvisionalUntilItIsReadAgain() {
    fetched(DAY, 1, 9_000_000);
    assertThat(report(null, List.of(), null).notices()).doesNotContain(Notice.PROVISIONAL);

    fetches.reopened(stored.organization(), adAccountId, List.of(DAY), NOW).block();
    assertThat(report(null, List.of(), null).notices()).contains(Notice.PROVISIONAL);

    stored.replace(stored.some().on(DAY).numbered(2).with(row("a", 3, 9_000_000)));
    assertThat(report(null, List.of(), null).notices()).doesNotContain(Notice.PROVISIONAL);
  }

  private static DateRange only(LocalDate day) {
    return new DateRange(day, day);
  }

  private static String told(PerformanceMetrics metrics) {
    BigDecimal spend = metrics.number(Metric.SPEND);
    return spend == null
        ? Objects.requireNonNull(metrics.missing().get(Metric.SPEND)).name()
        : spend.stripTrailingZeros().toPlainString();
  }

  private PerformanceReport report(
      @Nullable Granularity granularity, List<Dimension> by, @Nullable PerformanceOrder order) {
    return report(granularity, by, order, new PerformancePage(50, 0));
  }

  private PerformanceReport report(
      @Nullable Granularity granularity,
      List<Dimension> by,
      @Nullable PerformanceOrder order,
      PerformancePage page) {
    return awaited(performance.report(query(RANGE, granularity, by, order, page)));
  }

  private PerformanceQuery query(DateRange range, @Nullable Granularity granularity) {
    return query(range, granularity, List.of(), null, new PerformancePage(400, 0));
  }

  private PerformanceQuery query(
      DateRange range,
      @Nullable Granularity granularity,
      List<Dimension> by,
      @Nullable PerformanceOrder order,
      PerformancePage page) {
    return new PerformanceQuery(
        stored.organization(),
        Scope.EVERYTHING,
        range,
        by,
        granularity,
        PerformanceFilter.NONE,
        "USD",
        Measurer.PLATFORM,
        null,
        null,
        null,
        order,
        page,
        PerformanceSelection.all(
            Set.of(Metric.SPEND, Metric.CLICKS, Metric.CTR, Metric.VIDEO_VIEWS)));
  }

  private void fetched(LocalDate day, long sequence, long spend) {
    fetches
        .fetched(
            stored.organization(),
            adAccountId,
            1,
            View.DELIVERY,
            day,
            Map.of(
                Period.of(day),
                new Fetched(
                    sequence,
                    NOW,
                    null,
                    "",
                    1,
                    1,
                    "v26.0",
                    false,
                    MetricValues.of(Map.of(BaseMetric.SPEND, spend)),
                    null)))
        .block();
  }

  private void compare(long expectedSequence) {
    assertThat(
            awaited(
                new PostgresReconciliations(MIGRATED.database())
                    .compare(stored.organization(), adAccountId, 1, DAY.plusDays(2), NOW)))
        .singleElement()
        .satisfies(one -> assertThat(one.sequence()).isEqualTo(expectedSequence));
  }

  private long connect() {
    String key = "k:" + Base64.getEncoder().encodeToString(new byte[32]);
    NewPlatformAccess wanted =
        new NewPlatformAccess(
            new AdAccountKey(stored.organization(), "META", "acc"),
            new AdAccountDetails("Meta", "Account", "USD", "UTC", ConversionKind.PURCHASE),
            new AccessSettings(
                "v26.0",
                new ActionMapping(ConversionKind.PURCHASE, Map.of(), "7d_click"),
                28,
                90,
                Duration.ofHours(1),
                DAY.minusDays(3),
                false));
    return awaited(
            new PostgresPlatformAccesses(
                    MIGRATED.database(), new CredentialSafe(EncryptionKeys.parse(key, "k")))
                .connect(
                    wanted,
                    new PlatformCredential(Map.of("accessToken", "secret")),
                    NOW,
                    Audit.none()))
        .adAccountId();
  }
}
