package io.outlay.api.performance;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.organization.OrganizationId;
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
  static RowsRequest none(OrganizationId organization, String report) {
    return new RowsRequest(
        new PageRequest(organization, report, 0, null), null, new PerformancePage(0, 0), null);
  }

  /**
   * @param report the report by its arguments
   * @param arguments those of {@code rows}
   */
  static RowsRequest of(
      OrganizationId organization, String report, Map<String, Object> arguments, Cursors cursors) {
    PageRequest request = PageRequest.of(organization, report + " rows", arguments);
    Optional<Cursors.Position> position = request.position(cursors);
    long before = position.map(Cursors.Position::place).map(Long::valueOf).orElse(0L);
    return new RowsRequest(
        request,
        arguments.get("orderBy") instanceof Map<?, ?> order ? order(order) : null,
        new PerformancePage(request.first(), before),
        position.map(Cursors.Position::version).orElse(null));
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
