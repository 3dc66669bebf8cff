package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.MetricValue;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceQuery;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What to know about one row. */
final class RowNotices {

  private RowNotices() {}

  static List<Notice> of(
      Plan plan,
      Evidence evidence,
      GroupKey key,
      PerformanceMetrics metrics,
      Map<Part, MetricValue> sums,
      boolean partial,
      List<Concern> concerns) {
    Set<Notice> notices = EnumSet.noneOf(Notice.class);
    concerns.forEach(concern -> notices.add(concern.notice()));
    Collection<Evidence.Found> found = evidence.of(key);
    addIf(notices, Notice.MIXED_CONVERSION_KINDS, mixesGoals(plan.query(), evidence.goals(key)));
    addIf(notices, Notice.MIXED_TIME_ZONES, zones(plan.basis(), found).size() > 1);
    addIf(notices, Notice.PARTIAL_PERIODS, partial);
    addIf(notices, Notice.ESTIMATED_VALUE, any(found, FigureSource::isEstimated));
    addIf(notices, Notice.PROVISIONAL, any(found, FigureSource::isProvisional));
    addIf(
        notices,
        Notice.NO_EXCHANGE_RATE,
        metrics.missing().containsValue(MissingReason.NO_EXCHANGE_RATE));
    addIf(
        notices,
        Notice.VALUE_NOT_REPORTED_FOR_SOME,
        NeededMetrics.tellsValueGaps(plan.query()) && ValueGaps.in(sums));
    return List.copyOf(notices);
  }

  /** Whether conversions of different kinds are added in an asked metric. */
  static boolean mixesGoals(PerformanceQuery query, Set<String> goals) {
    return goals.size() > 1
        && (NeededMetrics.uses(query, BaseMetric.CONVERSIONS)
            || NeededMetrics.uses(query, BaseMetric.CONVERSION_VALUE));
  }

  static void addIf(Set<Notice> notices, Notice notice, boolean holds) {
    if (holds) {
      notices.add(notice);
    }
  }

  private static boolean any(Collection<Evidence.Found> found, Predicate<FigureSource> holds) {
    return found.stream().map(Evidence.Found::source).anyMatch(holds);
  }

  private static List<String> zones(Basis basis, Collection<Evidence.Found> found) {
    return basis.zonesOf(found.stream().map(one -> one.source().adAccountId()).toList());
  }
}
