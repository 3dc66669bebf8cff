package io.outlay.api.performance;

import io.outlay.api.input.DateRangeInput;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.performance.Comparison;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to compare with; exactly one part is given. */
record ComparisonInput(
    @Nullable Boolean previousPeriod,
    @Nullable Boolean samePeriodLastYear,
    @Nullable DateRangeInput range,
    @Nullable Instant asOf) {

  static @Nullable Comparison toComparison(@Nullable ComparisonInput input) {
    return input == null ? null : input.toComparison();
  }

  private Comparison toComparison() {
    if (range != null) {
      return new Comparison.Range(range.toRange("compareTo.range"));
    }
    if (asOf != null) {
      return new Comparison.AsOf(asOf);
    }
    if (previousPeriod != null) {
      requireTrue("compareTo.previousPeriod", previousPeriod);
      return new Comparison.PreviousPeriod();
    }
    requireTrue("compareTo.samePeriodLastYear", Boolean.TRUE.equals(samePeriodLastYear));
    return new Comparison.SamePeriodLastYear();
  }

  private static void requireTrue(String field, boolean given) {
    if (!given) {
      throw BadRequest.of(field, false, "true; leave compareTo out for no comparison");
    }
  }
}
