package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformancePage;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ReportStatement} answered: for each report its totals, number of groups and rows.
 * Filled row by row by one subscriber, then only read.
 */
final class Figures {

  /** Name of the only report where reports are not split. */
  static final Long ONLY = 0L;

  /** One group's sums. */
  record Group(GroupKey key, Map<Part, MetricValue> sums) {}

  private final Plan plan;
  private final Map<Long, Map<Part, MetricValue>> totals = new HashMap<>();
  private final Map<Long, Long> counts = new HashMap<>();
  private final Map<Long, TreeMap<Long, Group>> rows = new HashMap<>();
  private long version = -1;
  private boolean isUnconverted;

  Figures(Plan plan) {
    this.plan = plan;
  }

  Plan plan() {
    return plan;
  }

  /** Takes one row of the statement's answer; the rows may come in any order. */
  boolean take(Readable row) {
    int kind = Rows.get(row, "kind", Integer.class);
    long number = Rows.get(row, "number", Long.class);
    switch (kind) {
      case ReportStatement.HEADER -> {
        isUnconverted |= Boolean.TRUE.equals(row.get("unconverted", Boolean.class));
        version = Rows.get(row, "version", Long.class);
        counts.put(reportOf(row), number);
        totals.putIfAbsent(reportOf(row), sums(row));
      }
      case ReportStatement.TOTALS -> totals.put(reportOf(row), sums(row));
      case ReportStatement.ROW ->
          rows.computeIfAbsent(reportOf(row), report -> new TreeMap<>()).put(number, group(row));
      case ReportStatement.VERSION -> version = Rows.get(row, "version", Long.class);
      default -> throw new IllegalStateException("unknown kind of row: " + kind);
    }
    return true;
  }

  /** Data version the answer was made from. */
  long version() {
    return version;
  }

  /** Whether amounts of another currency were added as they are, so that the sums mean nothing. */
  boolean isUnconverted() {
    return isUnconverted;
  }

  /** Sums over all of a report's facts; empty where it has none. */
  Map<Part, MetricValue> totals(Long report) {
    return totals.getOrDefault(report, Map.of());
  }

  /** Number of a report's groups on all pages. */
  long count(Long report) {
    return counts.getOrDefault(report, 0L);
  }

  /** Whether reports that were asked for have no facts. */
  boolean lacksReports() {
    Set<Long> asked =
        plan.split() == Dimension.CAMPAIGN
            ? plan.query().filter().campaignIds()
            : plan.split() == null ? Set.of(ONLY) : plan.query().filter().adAccountIds();
    return asked.stream().anyMatch(report -> count(report) == 0);
  }

  /** A report's rows, in order. */
  List<Group> rows(Long report) {
    TreeMap<Long, Group> found = rows.get(report);
    return found == null ? List.of() : List.copyOf(found.values());
  }

  /** All rows of all reports. */
  List<Group> rows() {
    return rows.values().stream().flatMap(found -> found.values().stream()).toList();
  }

  /**
   * The same with other rows and totals of some reports.
   *
   * @param page cuts those rows; null for all of them
   */
  Figures with(
      Map<Long, List<Group>> otherRows,
      Map<Long, Map<Part, MetricValue>> otherTotals,
      @Nullable PerformancePage page) {
    Figures changed = new Figures(plan);
    changed.version = version;
    changed.totals.putAll(totals);
    changed.totals.putAll(otherTotals);
    changed.counts.putAll(counts);
    changed.rows.putAll(rows);
    otherRows.forEach(
        (report, groups) -> {
          changed.counts.put(report, (long) groups.size());
          changed.rows.put(report, new TreeMap<>(onPage(groups, page)));
        });
    return changed;
  }

  private static Map<Long, Group> onPage(List<Group> groups, @Nullable PerformancePage page) {
    Map<Long, Group> numbered = new HashMap<>();
    long from = page == null ? 0 : page.offset();
    long to = page == null ? groups.size() : Math.min(groups.size(), from + page.first());
    for (long i = from; i < to; i++) {
      numbered.put(i + 1, groups.get((int) i));
    }
    return numbered;
  }

  private Group group(Readable row) {
    return new Group(plan.keys().read(row, plan.namedLabel()), sums(row));
  }

  private Map<Part, MetricValue> sums(Readable row) {
    return plan.parts()
        .read(row.get(ReportStatement.KEYS + plan.keys().names().size(), String.class));
  }

  /** The report a row belongs to; 0 also for facts below no campaign, which no one asks for. */
  private Long reportOf(Readable row) {
    String split = plan.splitColumn();
    @Nullable Long report = split == null ? ONLY : row.get(split, Long.class);
    return report == null ? ONLY : report;
  }
}
