package io.outlay.api.platform;

import io.outlay.api.input.DateRangeInput;
import io.outlay.domain.performance.DateRange;
import org.jspecify.annotations.Nullable;

/** An account to be collected now. */
record AdAccountSyncInput(String id, @Nullable DateRangeInput range, boolean fromKept) {

  @Nullable DateRange days() {
    return range == null ? null : range.toRange("range");
  }
}
