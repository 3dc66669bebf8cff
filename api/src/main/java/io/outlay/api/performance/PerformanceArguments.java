package io.outlay.api.performance;

import io.outlay.api.input.DateRangeInput;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.PerformanceQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of the field {@code performance}. */
record PerformanceArguments(
    DateRangeInput range,
    List<Dimension> groupBy,
    @Nullable Granularity granularity,
    @Nullable PerformanceFilterInput filter,
    @Nullable String currencyCode,
    Measurer measuredBy,
    @Nullable ComparisonInput compareTo,
    @Nullable Instant asOf) {

  PerformanceQuery toQuery(Viewer viewer, RowsRequest rows, ReportSelection selected) {
    return new PerformanceQuery(
        viewer.organization(),
        viewer.scope(),
        range.toRange("range"),
        groupBy,
        granularity,
        PerformanceFilterInput.toFilter(filter),
        currencyCode,
        measuredBy,
        ComparisonInput.toComparison(compareTo),
        asOf,
        rows.version(),
        rows.order(),
        rows.page(),
        selected.toSelection());
  }
}
