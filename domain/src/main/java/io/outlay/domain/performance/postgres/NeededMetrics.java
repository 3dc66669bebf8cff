package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformanceQuery;
import java.util.EnumSet;
import java.util.Set;

/** Metrics a statement computes: those asked for, and what order and notices need beside. */
final class NeededMetrics {

  private NeededMetrics() {}

  static Set<Metric> of(PerformanceQuery query) {
    Set<Metric> needed = EnumSet.noneOf(Metric.class);
    needed.addAll(query.selection().metrics());
    if (query.orderBy() instanceof PerformanceOrder.ByMetric(Metric metric, boolean _)) {
      needed.add(metric);
    }
    if (tellsValueGaps(query)) {
      needed.add(Metric.SPEND);
      needed.add(Metric.SPEND_WITH_VALUE);
    }
    return needed;
  }

  /** Whether notices must say that some spend has no value beside it. */
  static boolean tellsValueGaps(PerformanceQuery query) {
    return (query.selection().coverage() || query.selection().evidence())
        && uses(query, BaseMetric.CONVERSION_VALUE);
  }

  /** Whether an asked metric is made of the base metric. */
  static boolean uses(PerformanceQuery query, BaseMetric base) {
    return query.selection().metrics().stream()
        .flatMap(metric -> metric.formula().parts().stream())
        .map(Part::metric)
        .anyMatch(base::equals);
  }
}
