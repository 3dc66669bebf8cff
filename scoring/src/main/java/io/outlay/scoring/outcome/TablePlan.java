package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.LookBack;
import java.time.Instant;

/**
 * What table to make.
 *
 * @param windows days of the windows that the features look at, rising
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record TablePlan(
    RiskKind kind,
    RiskSettings settings,
    FeatureSet features,
    int[] windows,
    Instant from,
    Instant knownBy) {

  static TablePlan of(
      RiskKind kind, RiskSettings settings, FeatureSet features, Instant from, Instant knownBy) {
    return new TablePlan(
        kind, settings, features, LookBack.windows(features.definitions()), from, knownBy);
  }

  SampleTimes times() {
    return SampleTimes.ripe(kind, settings, from, knownBy);
  }
}
