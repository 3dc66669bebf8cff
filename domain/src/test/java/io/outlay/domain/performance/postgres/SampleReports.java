package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.Comparison;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.PerformanceFilter;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A seeded sample in a database of its own, and questions about it. */
final class SampleReports implements AutoCloseable {

  static final Set<Metric> ALL = EnumSet.allOf(Metric.class);
  static final DateRange WHOLE =
      new DateRange(Sample.FIRST_DAY.minusDays(3), Sample.FIRST_DAY.plusDays(Sample.DAYS + 10));
  static final Sample SAMPLE = Sample.of(20261122);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MigratedDatabase migrated = MigratedDatabase.create();
  private final OrganizationId organization = migrated.addOrganization("sample");
  private final PostgresPerformance performance =
      new PostgresPerformance(
          migrated.database(), InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));

  private SampleReports() {}

  static SampleReports load() {
    SampleReports reports = new SampleReports();
    try {
      SampleLoader.load(SAMPLE, reports.migrated, reports.organization);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return reports;
  }

  @Override
  public void close() {
    migrated.close();
  }

  OrganizationId organization() {
    return organization;
  }

  Database database() {
    return migrated.database();
  }

  PostgresPerformance performance() {
    return performance;
  }

  static BigDecimal sum(List<PerformanceRow> rows, Metric metric) {
    return rows.stream()
        .map(row -> row.metrics().number(metric))
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The days before the one on which a rate is missing. */
  PerformanceQuery rated(List<Dimension> groupBy) {
    DateRange range = new DateRange(WHOLE.from(), Sample.FIRST_DAY.plusDays(49));
    return query(range, groupBy, null, "KRW", PerformanceFilter.NONE, ALL);
  }

  PerformanceQuery whole(List<Dimension> groupBy) {
    return whole(groupBy, PerformanceFilter.NONE);
  }

  PerformanceQuery whole(List<Dimension> groupBy, PerformanceFilter filter) {
    return query(
        WHOLE, groupBy, null, filter.equals(PerformanceFilter.NONE) ? "KRW" : "USD", filter, ALL);
  }

  static PerformanceFilter filterByLabel(LabelFilter label) {
    return new PerformanceFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of("USD"), Set.of(), label);
  }

  static PerformanceFilter filter(
      Set<String> channels,
      Set<Long> campaigns,
      Set<String> statuses,
      @Nullable String nameContains,
      Set<String> countries) {
    return new PerformanceFilter(
        Set.of(), channels, Set.of(), campaigns, statuses, nameContains, Set.of(), countries, null);
  }

  static PerformanceQuery with(PerformanceQuery query, Scope scope) {
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

  static PerformanceQuery ordered(
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

  static PerformanceQuery compared(PerformanceQuery query, Comparison comparison) {
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

  PerformanceQuery query(
      DateRange range,
      List<Dimension> groupBy,
      @Nullable Granularity granularity,
      @Nullable String currency,
      PerformanceFilter filter,
      Set<Metric> metrics) {
    return new PerformanceQuery(
        organization,
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

  PerformanceReport report(PerformanceQuery query) {
    return Objects.requireNonNull(performance.report(query).block(PATIENCE));
  }
}
