package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import io.outlay.domain.performance.PerformanceSelection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that statements found for a question, ready to be told as reports.
 *
 * @param beside figures set beside; null when nothing is compared
 * @param pairing which group stands beside which; null when nothing is compared
 * @param evidence sources of rows; null when not asked
 * @param coverage what was delivered; null when not asked
 * @param records which days are known; null where no account is collected, or when not needed
 */
record Answer(
    Figures figures,
    @Nullable Figures beside,
    @Nullable Pairing pairing,
    @Nullable Evidence evidence,
    @Nullable List<Coverage> coverage,
    @Nullable DayRecords records) {

  static Answer of(Figures figures, @Nullable DayRecords records) {
    return new Answer(figures, null, null, null, null, records);
  }

  Answer comparedWith(Figures other, Pairing pairs) {
    return new Answer(figures, other, pairs, evidence, coverage, records);
  }

  Answer withEvidence(Evidence found) {
    return new Answer(figures, beside, pairing, found, coverage, records);
  }

  Answer withCoverage(List<Coverage> found) {
    return new Answer(figures, beside, pairing, evidence, found, records);
  }

  Plan plan() {
    return figures.plan();
  }

  /** One of the reports; it has no rows where the question's facts hold nothing of it. */
  PerformanceReport report(Long report) {
    Plan plan = plan();
    PerformanceSelection selection = plan.query().selection();
    PerformancePage page = plan.query().page();
    long count = figures.count(report);
    List<PerformanceRow> rows = rows(report);
    PerformanceMetrics totals = selection.totals() ? metrics(figures.totals(report)) : null;
    ReportNotices notices = new ReportNotices(this, report);
    return new PerformanceReport(
        plan.range(),
        plan.currencyCode(),
        plan.basis().version(),
        totals,
        totals == null ? null : totalsBeside(report, totals),
        rows,
        plan.basis().channels(),
        page.offset() + page.first() < count,
        selection.totalCount() ? count : null,
        notices.completeUntil(),
        notices.timeZones(),
        selection.coverage() ? notices.all(totals, rows) : List.of(),
        selection.coverage() ? notices.concerns() : List.of(),
        plan.assumptions().used());
  }

  private @Nullable ComparedMetrics totalsBeside(Long report, PerformanceMetrics totals) {
    return beside == null || pairing == null
        ? null
        : ComparedMetrics.between(pairing.range(), metrics(beside.totals(report)), totals);
  }

  private List<PerformanceRow> rows(Long report) {
    Map<GroupKey, Map<Part, MetricValue>> others = new HashMap<>();
    if (beside != null) {
      beside.rows(report).forEach(group -> others.put(group.key(), group.sums()));
    }
    return figures.rows(report).stream().map(group -> row(group, others)).toList();
  }

  private PerformanceRow row(Figures.Group group, Map<GroupKey, Map<Part, MetricValue>> others) {
    GroupKey key = group.key();
    PerformanceMetrics metrics = metrics(group.sums());
    boolean partial = isPartial(key.periodStart());
    DateRange period = period(key.periodStart());
    List<Concern> concerns = concerns(key, period);
    return new PerformanceRow(
        key,
        period,
        partial,
        metrics,
        rowBeside(key, metrics, others),
        sources(key, period),
        evidence == null
            ? List.of()
            : RowNotices.of(plan(), evidence, key, metrics, group.sums(), partial, concerns),
        concerns);
  }

  private List<Concern> concerns(GroupKey key, @Nullable DateRange period) {
    return evidence == null || records == null
        ? List.of()
        : DayRecords.concerns(
            records.of(key, evidence.accounts(key)), period == null ? plan().range() : period);
  }

  /** Of a collected account the day records tell how far a source is whole. */
  private List<FigureSource> sources(GroupKey key, @Nullable DateRange period) {
    if (evidence == null) {
      return List.of();
    }
    DateRange days = period == null ? plan().range() : period;
    return evidence.sources(key).stream()
        .map(
            source ->
                records == null
                    ? source
                    : source.completeUntil(
                        records
                            .completeUntil(source.adAccountId(), source.source(), days)
                            .orElse(null)))
        .toList();
  }

  private @Nullable DateRange period(@Nullable LocalDate start) {
    Granularity granularity = plan().query().granularity();
    return granularity == null || start == null
        ? null
        : new DateRange(start, granularity.lastDay(start)).cutTo(plan().range());
  }

  private boolean isPartial(@Nullable LocalDate start) {
    Granularity granularity = plan().query().granularity();
    return granularity != null && start != null && granularity.isPartial(start, plan().range());
  }

  private @Nullable ComparedMetrics rowBeside(
      GroupKey key, PerformanceMetrics metrics, Map<GroupKey, Map<Part, MetricValue>> others) {
    if (pairing == null) {
      return null;
    }
    Map<Part, MetricValue> other = others.getOrDefault(pairing.groupBeside(key), Map.of());
    return ComparedMetrics.between(pairing.periodBeside(key), metrics(other), metrics);
  }

  private PerformanceMetrics metrics(Map<Part, MetricValue> sums) {
    return PerformanceMetrics.of(plan().query().selection().metrics(), sums, plan().currencyCode());
  }
}
