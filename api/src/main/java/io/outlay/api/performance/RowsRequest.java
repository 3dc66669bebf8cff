package io.outlay.api.performance;

import io.outlay.api.paging.Cursors;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.PerformanceOrder;
import io.outlay.domain.performance.PerformanceOrder.ByDimension;
import io.outlay.domain.performance.PerformanceOrder.ByMetric;
import io.outlay.domain.performance.PerformanceOrder.ByPeriod;
import io.outlay.domain.performance.PerformancePage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a report are asked, by the arguments of the field {@code rows}.
 *
 * @param request the page, bound to the report's own arguments and to the order
 * @param version data version of the page before; null for the first page
 */
record RowsRequest(
    PageRequest request,
    @Nullable PerformanceOrder order,
    PerformancePage page,
    @Nullable Long version) {

  /** What is asked of a report whose rows are not. */
  static RowsRequest none(String report) {
    return new RowsRequest(new PageRequest(report, 0, null), null, new PerformancePage(0, 0), null);
  }

  /**
   * @param report the report by its arguments
   * @param arguments those of {@code rows}
   */
  static RowsRequest of(String report, Map<String, Object> arguments, Cursors cursors) {
    int first = (Integer) arguments.getOrDefault("first", 50);
    @Nullable String after = (String) arguments.get("after");
    @Nullable Object order = arguments.get("orderBy");
    PageRequest request = new PageRequest(report + " by " + order, first, after);
    Optional<RowPosition> position = request.position(cursors).map(RowPosition::read);
    return new RowsRequest(
        request,
        order instanceof Map<?, ?> by ? order(by) : null,
        new PerformancePage(first, position.map(RowPosition::rowsBefore).orElse(0L)),
        position.map(RowPosition::version).orElse(null));
  }

  private static PerformanceOrder order(Map<?, ?> input) {
    String field = String.valueOf(input.get("field"));
    boolean descending = !"ASC".equals(String.valueOf(input.get("direction")));
    if (field.equals("PERIOD")) {
      return new ByPeriod(descending);
    }
    return Arrays.stream(Dimension.values()).anyMatch(dimension -> dimension.name().equals(field))
        ? new ByDimension(Dimension.valueOf(field), descending)
        : new ByMetric(Metric.valueOf(field), descending);
  }
}
