package io.outlay.scoring.feature;

import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.UserActivity.ImportedValue;
import io.outlay.domain.useractivity.WindowCounts;
import java.time.Instant;

/**
 * What formulas look at: one user after the other, as they are at a time.
 *
 * @param known what is kept of the user
 * @param counts its counts over windows
 * @param at the time
 */
record Present(UserActivity known, WindowCounts counts, Instant at) {

  Activity activity() {
    return known.activity();
  }

  double imported(String name) {
    ImportedValue value = known.imported().get(name);
    return value == null ? Double.NaN : value.value();
  }
}
