package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.error.CursorExpired;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceSelection;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/**
 * One campaign of which version 1 said 100 KRW, version 2 said 250 KRW, under another name and
 * rate.
 */
class AsOfIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final Instant FIRST = Instant.parse("2026-05-02T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-05-03T00:00:00Z");
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final OrganizationId ORGANIZATION = MIGRATED.addOrganization("past");
  private static final PostgresPerformance PERFORMANCE =
      new PostgresPerformance(MIGRATED.database(), InstantSource.system());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeAll
  static void load() throws SQLException {
    String fact =
        "(organization_id, day, slice_id, campaign_id, ad_group_id, ad_id, segment_id,"
            + " currency_code, first_day, ad_account_id, measurer, view, spend_micros, valid_from";
    String key =
        "%1$s, '2026-05-01', 1, 1, 0, 0, 0, 'KRW', '2026-05-01', 1, 'PLATFORM', 'DELIVERY'";
    String rate = "VALUES (0, 'ECB', '%s', '2026-05-01', %s, '2026-05-01', 'ECB', '%s'%s)";
    String sql =
        String.join(
            ";",
            "UPDATE organization SET data_version = 2, version_committed_at = '2026-05-03' WHERE"
                + " organization_id = %1$s",
            "INSERT INTO data_version VALUES (%1$s, 1, '2026-05-02'), (%1$s, 2, '2026-05-03')",
            "INSERT INTO channel VALUES (%1$s, 1, 'META', 'Meta')",
            "INSERT INTO ad_account VALUES (%1$s, 1, 1, 'a', 'a', 'KRW', 'UTC', 'PURCHASE')",
            "INSERT INTO campaign VALUES (%1$s, 1, 1, 'c', 'New name', 'ACTIVE', NULL)",
            "INSERT INTO campaign_history VALUES (%1$s, 1, 1, 'Old name', 'PAUSED'), (%1$s, 1, 2,"
                + " 'New name', 'ACTIVE')",
            "SELECT ensure_fact_partition('2026-05-01')",
            "INSERT INTO fact " + fact + ") VALUES (" + key + ", 250000000, 2)",
            "INSERT INTO fact_history "
                + fact
                + ", valid_to) VALUES ("
                + key
                + ", 100000000, 1, 2)",
            "INSERT INTO rollup_account_day (organization_id, day, ad_account_id, slice_id,"
                + " currency_code, reported, first_day, measurer, view, spend_micros) VALUES (%1$s,"
                + " '2026-05-01', 1, 1, 'KRW', 4, '2026-05-01', 'PLATFORM', 'DELIVERY', 250000000)",
            "INSERT INTO exchange_rate " + rate.formatted("KRW", "1000", "2026-05-03", ""),
            "INSERT INTO exchange_rate " + rate.formatted("USD", "1", "2026-05-01", ""),
            "INSERT INTO exchange_rate_history "
                + rate.formatted("KRW", "500", "2026-05-01", ", '2026-05-03'"));
    try (var connection = MIGRATED.superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(ORGANIZATION));
    }
  }

  @Test
  void answersWithFactsRatesAndNamesOfThatTime() {
    assertThat(spend(query(null, null, null))).isEqualByComparingTo("0.25");
    assertThat(spend(query(SECOND.plusSeconds(1), null, null))).isEqualByComparingTo("0.25");
    PerformanceReport then = report(query(FIRST.plusSeconds(1), null, null));
    assertThat(then.dataVersion().number()).isEqualTo(1);
    assertThat(Objects.requireNonNull(then.totals()).number(Metric.SPEND))
        .isEqualByComparingTo("0.2");
    assertThat(spend(query(FIRST.plusSeconds(1), null, "old name"))).isEqualByComparingTo("0.2");
    assertThat(report(query(FIRST.plusSeconds(1), null, "new name")).totalCount()).isZero();
  }

  @Test
  void knewNothingBeforeTheFirstVersion() {
    assertThat(report(query(FIRST.minusSeconds(1), null, null)).totalCount()).isZero();
  }

  @Test
  void setsNowBesideThen() {
    PerformanceReport report = report(query(null, new Comparison.AsOf(FIRST.plusSeconds(1)), null));
    ComparedMetrics compared = Objects.requireNonNull(report.rows().getFirst().compared());
    PerformanceMetrics then = compared.metrics();
    assertThat(then.number(Metric.SPEND)).isEqualByComparingTo("0.2");
    assertThat(compared.change().getFirst().absolute()).isEqualByComparingTo("0.05");
    assertThat(compared.change().getFirst().relative()).isEqualTo(0.25);
  }

  @Test
  void answersALaterPageFromTheVersionOfItsCursor() {
    assertThat(spend(atVersion(1L))).isEqualByComparingTo("0.2");
    assertThat(spend(atVersion(2L))).isEqualByComparingTo("0.25");
    StepVerifier.create(PERFORMANCE.report(atVersion(77L))).verifyError(CursorExpired.class);
  }

  private static BigDecimal spend(PerformanceQuery query) {
    return Objects.requireNonNull(
        Objects.requireNonNull(report(query).totals()).number(Metric.SPEND));
  }

  private static PerformanceReport report(PerformanceQuery query) {
    return Objects.requireNonNull(PERFORMANCE.report(query).block(PATIENCE));
  }

  private static PerformanceQuery atVersion(Long version) {
    return query(null, null, null, version);
  }

  private static PerformanceQuery query(
      @Nullable Instant asOf, @Nullable Comparison comparison, @Nullable String nameContains) {
    return query(asOf, comparison, nameContains, null);
  }

  private static PerformanceQuery query(
      @Nullable Instant asOf,
      @Nullable Comparison comparison,
      @Nullable String nameContains,
      @Nullable Long version) {
    return new PerformanceQuery(
        ORGANIZATION,
        Scope.EVERYTHING,
        new DateRange(DAY, DAY),
        List.of(Dimension.CHANNEL),
        null,
        new PerformanceFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            nameContains,
            Set.of(),
            Set.of(),
            null),
        "USD",
        Measurer.PLATFORM,
        comparison,
        asOf,
        version,
        null,
        new PerformancePage(50, 0),
        PerformanceSelection.all(Set.of(Metric.SPEND)));
  }
}
