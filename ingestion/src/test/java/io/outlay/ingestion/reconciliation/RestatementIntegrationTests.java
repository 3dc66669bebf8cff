package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Database;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.performance.postgres.PostgresPerformance;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.world.Campaign;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Platforms that correct themselves: conversions come late, invalid traffic is taken out, a row
 * disappears. The accounts are read on 14 November, four days later, and when the month is closed.
 */
@ResourceLock("slice log")
class RestatementIntegrationTests {

  private static final Instant FIRST = Instant.parse("2026-11-14T15:02:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-18T15:02:00Z");
  private static final Instant LAST = Instant.parse("2026-12-04T15:02:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 10, 15);
  private static final DateRange CLOSED = new DateRange(FROM, LocalDate.of(2026, 11, 12));
  private static final LocalDate REMOVED = LocalDate.of(2026, 11, 12);
  private static final Set<Metric> METRICS =
      Set.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.SPEND, Metric.CONVERSIONS);

  private static ReconciliationStage stage;
  private static Map<CollectedAccount, PlatformAccess> accounts;
  private static final Map<CollectedAccount, Map<Entity, Sums>> FIRST_LEDGER =
      new EnumMap<>(CollectedAccount.class);

  /** When the first figures had been stored, by the database's own time. */
  private static Instant before;

  @BeforeAll
  static void collect() {
    stage = new ReconciliationStage(6, FIRST);
    stage.process().start();
    accounts = stage.connectAll(stage.organization(), FROM);
    stage.syncAll(accounts.values());
    accounts.keySet().forEach(which -> FIRST_LEDGER.put(which, ledger(which)));
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
    before = stage.databaseTime();
    stage.moveTo(SECOND);
    stage.syncAll(accounts.values());
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
    stage.moveTo(LAST);
    stage.syncAll(accounts.values());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyMonthFollowsTheLedger(CollectedAccount which) {
    assertThat(ledger(which)).isNotEqualTo(FIRST_LEDGER.get(which));

    stage.assertEqual(which, accounts.get(which), FROM);
  }

  @ParameterizedTest
  @EnumSource
  void asOfBeforeGivesTheOldFigures(CollectedAccount which) {
    Sums old = total(FIRST_LEDGER.get(which));

    PerformanceMetrics told = report(which, null, before).totals();

    assertSums(told, old);
  }

  @ParameterizedTest
  @EnumSource
  void comparingWithBeforeShowsWhatWasRestated(CollectedAccount which) {
    Sums old = total(FIRST_LEDGER.get(which));
    Sums now = total(ledger(which));

    PerformanceReport report = report(which, new Comparison.AsOf(before), null);

    assertSums(report.totals(), now);
    assertSums(Objects.requireNonNull(report.totalsCompared()).metrics(), old);
    assertThat(now.spendMicros()).isLessThan(old.spendMicros());
    assertThat(now.conversionMicros()).isGreaterThan(old.conversionMicros());
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatIsTakenBackIsGoneAndRemembered(CollectedAccount which) {
    Campaign campaign = which.in(stage.simulator()).campaigns().get(5);

    assertThat(stage.number(accounts.get(which), rowsGone(campaign))).isPositive();
  }

  /** Ads that delivered on the day once, and are now said not to have. */
  private static String rowsGone(Campaign campaign) {
    return """
    SELECT count(*) FROM fact_history h JOIN campaign c USING (organization_id, campaign_id)
     WHERE c.external_id = '%d' AND h.day = '%s' AND h.view = 'DELIVERY' AND h.ad_id <> 0 AND h.impressions > 0
       AND NOT EXISTS (SELECT FROM fact f WHERE f.organization_id = h.organization_id AND f.day = h.day
                          AND f.view = h.view AND f.ad_id = h.ad_id AND f.impressions > 0)
    """
        .formatted(campaign.id(), REMOVED);
  }

  private static Map<Entity, Sums> ledger(CollectedAccount which) {
    return stage.ledger(which).at(CLOSED.from(), CLOSED.to(), stage.simulator().clock().instant());
  }

  private static Sums total(Map<Entity, Sums> sums) {
    return sums.entrySet().stream()
        .filter(one -> one.getKey().campaignId() == Entity.ACCOUNT)
        .map(Map.Entry::getValue)
        .reduce(Sums.NONE, Sums::plus);
  }

  private static void assertSums(@Nullable PerformanceMetrics told, Sums sums) {
    PerformanceMetrics metrics = Objects.requireNonNull(told);
    assertThat(metrics.count(Metric.IMPRESSIONS)).isEqualTo(sums.impressions());
    assertThat(metrics.count(Metric.CLICKS)).isEqualTo(sums.clicks());
    assertThat(metrics.number(Metric.SPEND)).isEqualByComparingTo(decimal(sums.spendMicros()));
    assertThat(metrics.number(Metric.CONVERSIONS))
        .isEqualByComparingTo(decimal(sums.conversionMicros()));
  }

  private static BigDecimal decimal(long micros) {
    return BigDecimal.valueOf(micros, 6);
  }

  private static PerformanceReport report(
      CollectedAccount which, @Nullable Comparison compareTo, @Nullable Instant asOf) {
    PlatformAccess access = accounts.get(which);
    Database database = stage.migrated().database();
    PerformanceQuery query =
        new PerformanceQuery(
            access.account().organization(),
            Scope.EVERYTHING,
            CLOSED,
            List.of(),
            null,
            PerformanceFilter.NONE.withAdAccounts(Set.of(access.adAccountId())),
            which.in(stage.simulator()).currency().name(),
            Measurer.PLATFORM,
            compareTo,
            asOf,
            null,
            null,
            new PerformancePage(50, 0),
            PerformanceSelection.all(METRICS));
    return Objects.requireNonNull(
        new PostgresPerformance(database, InstantSource.system())
            .report(query)
            .block(ReconciliationStage.PATIENCE));
  }
}
