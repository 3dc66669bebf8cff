package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.RowNotices.addIf;

import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to know about a report as a whole, from what was delivered for its range. */
final class ReportNotices {

  private final Answer answer;
  private final Long report;
  private final List<Coverage> found;

  ReportNotices(Answer answer, Long report) {
    this.answer = answer;
    this.report = report;
    List<Coverage> coverage = answer.coverage();
    this.found =
        coverage == null
            ? List.of()
            : coverage.stream().filter(one -> one.report() == report).toList();
  }

  /**
   * Last day up to which every account is whole: delivered, or fetched after it had ended. Null
   * when one that is collected has no such day, or none has any.
   */
  @Nullable LocalDate completeUntil() {
    List<Optional<LocalDate>> collected =
        collected().stream()
            .filter(account -> account.wants(answer.plan().range()))
            .map(AccountDays::completeUntil)
            .toList();
    return collected.contains(Optional.<LocalDate>empty())
        ? null
        : Stream.concat(
                collected.stream().flatMap(Optional::stream),
                byAccount().stream()
                    .filter(one -> !isCollected(one))
                    .map(Coverage::lastDay)
                    .filter(Objects::nonNull))
            .min(LocalDate::compareTo)
            .orElse(null);
  }

  /** Days that are unknown or differ from the platform's totals, by account. */
  List<Concern> concerns() {
    return DayRecords.concerns(collected(), answer.plan().range());
  }

  private List<AccountDays> collected() {
    DayRecords records = answer.records();
    return records == null ? List.of() : records.of(report);
  }

  private boolean isCollected(Coverage one) {
    DayRecords records = answer.records();
    return records != null && records.isCollected(one.adAccountId());
  }

  List<String> timeZones() {
    return answer.plan().basis().zonesOf(found.stream().map(Coverage::adAccountId).toList());
  }

  List<Notice> all(@Nullable PerformanceMetrics totals, List<PerformanceRow> rows) {
    Plan plan = answer.plan();
    Set<String> goals = found.stream().map(Coverage::goal).collect(Collectors.toSet());
    Set<Notice> notices = EnumSet.noneOf(Notice.class);
    concerns().forEach(concern -> notices.add(concern.notice()));
    addIf(notices, Notice.MIXED_CONVERSION_KINDS, RowNotices.mixesGoals(plan.query(), goals));
    addIf(notices, Notice.MIXED_TIME_ZONES, timeZones().size() > 1);
    addIf(notices, Notice.PARTIAL_PERIODS, cutsPeriods(plan));
    addIf(notices, Notice.PERIOD_CUT_LEFT_OUT, any(Coverage::isCut));
    addIf(notices, Notice.ESTIMATED_VALUE, any(Coverage::isEstimated));
    addIf(notices, Notice.PROVISIONAL, any(Coverage::isProvisional));
    addIf(notices, Notice.NO_EXCHANGE_RATE, lacksRates(totals, rows));
    addIf(notices, Notice.STATE_THINNED, plan.basis().isThinned() || isBesideThinned());
    plan.breakdown().ifPresent(view -> addIf(notices, view.notice(), plan.usesBreakdown()));
    addIf(
        notices,
        Notice.MISSING_DAYS,
        byAccount().stream().filter(one -> !isCollected(one)).anyMatch(Coverage::hasGaps));
    addIf(
        notices,
        Notice.VALUE_NOT_REPORTED_FOR_SOME,
        NeededMetrics.tellsValueGaps(plan.query())
            && ValueGaps.in(answer.figures().totals(report)));
    addIf(notices, Notice.LABELS_OVERLAP, plan.keys().splitByLabel() && plan.namedLabel() == null);
    return List.copyOf(notices);
  }

  private boolean isBesideThinned() {
    Figures beside = answer.beside();
    return beside != null && beside.plan().basis().isThinned();
  }

  private boolean any(Predicate<Coverage> holds) {
    return found.stream().anyMatch(holds);
  }

  private Collection<Coverage> byAccount() {
    Map<Long, Coverage> accounts = new HashMap<>();
    found.forEach(one -> accounts.merge(one.adAccountId(), one, Coverage::and));
    return accounts.values();
  }

  private static boolean cutsPeriods(Plan plan) {
    Granularity granularity = plan.query().granularity();
    return granularity != null
        && (granularity.isPartial(plan.range().from(), plan.range())
            || granularity.isPartial(plan.range().to(), plan.range()));
  }

  private static boolean lacksRates(
      @Nullable PerformanceMetrics totals, List<PerformanceRow> rows) {
    return (totals != null && lacksRates(totals))
        || rows.stream().anyMatch(row -> lacksRates(row.metrics()));
  }

  private static boolean lacksRates(PerformanceMetrics metrics) {
    return metrics.missing().containsValue(MissingReason.NO_EXCHANGE_RATE);
  }
}
