package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformancePage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds to figures what has no fact: periods of a series and whole reports, as zero or as unknown.
 */
final class FilledFigures {

  private final Figures found;
  private final Plan plan;
  private final DayRecords records;

  private FilledFigures(Figures found, DayRecords records) {
    this.found = found;
    this.plan = found.plan();
    this.records = records;
  }

  /** Whether rows are a series over time alone, to which periods without facts belong. */
  static boolean isSeries(Plan plan) {
    return plan.query().selection().rows()
        && plan.query().granularity() != null
        && plan.query().groupBy().isEmpty()
        && !plan.usesBreakdown();
  }

  /** The figures, where of each report all rows were read. */
  static Figures of(Figures found, DayRecords records) {
    FilledFigures filled = new FilledFigures(found, records);
    Map<Long, List<Figures.Group>> rows = new HashMap<>();
    Map<Long, Map<Part, MetricValue>> totals = new HashMap<>();
    for (Long report : records.reports()) {
      if (isSeries(filled.plan)) {
        rows.put(report, filled.series(report));
      }
      if (found.count(report) == 0) {
        records
            .sumsWithoutRows(records.of(report), filled.plan.range())
            .ifPresent(sums -> totals.put(report, sums));
      }
    }
    return found.with(rows, totals, filled.page());
  }

  /** Reports of a question for each campaign or account are not paged. */
  private @Nullable PerformancePage page() {
    return plan.split() == null ? plan.query().page() : null;
  }

  private List<Figures.Group> series(Long report) {
    List<Figures.Group> rows = new ArrayList<>(found.rows(report));
    Set<@Nullable LocalDate> known =
        rows.stream().map(group -> group.key().periodStart()).collect(Collectors.toSet());
    Granularity granularity = Objects.requireNonNull(plan.query().granularity());
    for (LocalDate start : granularity.periodsOf(plan.range())) {
      if (!known.contains(start)) {
        DateRange period = granularity.period(start, plan.range());
        records
            .sumsWithoutRows(records.of(report), period)
            .ifPresent(sums -> rows.add(new Figures.Group(key(report, start), sums)));
      }
    }
    rows.sort(order());
    return rows;
  }

  private GroupKey key(Long report, LocalDate start) {
    return new GroupKey(
        start,
        null,
        plan.split() == Dimension.AD_ACCOUNT ? report : null,
        plan.split() == Dimension.CAMPAIGN ? report : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Comparator<Figures.Group> order() {
    Comparator<Figures.Group> inTime =
        Comparator.comparing(group -> Objects.requireNonNull(group.key().periodStart()));
    return switch (plan.query().orderBy()) {
      case PerformanceOrder.ByMetric byMetric ->
          Comparator.comparing(
                  (Figures.Group group) -> number(byMetric, group),
                  Comparator.nullsLast(
                      byMetric.descending()
                          ? Comparator.<BigDecimal>reverseOrder()
                          : Comparator.<BigDecimal>naturalOrder()))
              .thenComparing(inTime);
      case PerformanceOrder.ByPeriod(boolean descending) when descending -> inTime.reversed();
      case null, default -> inTime;
    };
  }

  private static @Nullable BigDecimal number(PerformanceOrder.ByMetric order, Figures.Group group) {
    MetricValue none = MetricValue.missing(MissingReason.NOT_REPORTED);
    MetricValue value = order.metric().evaluate(part -> group.sums().getOrDefault(part, none));
    return value instanceof Known(BigDecimal known) ? known : null;
  }
}
