package io.outlay.api.riskwatch;

import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.FeatureDrift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drift report as a caller sees it: the probability apart from the features. */
record DriftView(
    LocalDate from,
    LocalDate to,
    long userCount,
    Instant measuredAt,
    @Nullable Value probability,
    List<Value> features) {

  static DriftView of(DriftReport report) {
    return new DriftView(
        report.from(),
        report.to(),
        report.rows(),
        report.measuredAt(),
        report.features().stream()
            .filter(DriftView::isProbability)
            .map(one -> Value.of("probability", one))
            .findFirst()
            .orElse(null),
        report.features().stream()
            .filter(one -> !isProbability(one))
            .map(one -> Value.of(one.feature(), one))
            .toList());
  }

  private static boolean isProbability(FeatureDrift one) {
    return one.feature().equals(FeatureDrift.PROBABILITY);
  }

  /** One value of it. */
  record Value(
      String name,
      double index,
      double limit,
      boolean isFlagged,
      double missingThen,
      double missingNow,
      List<Double> sharesThen,
      List<Double> sharesNow) {

    static Value of(String name, FeatureDrift one) {
      return new Value(
          name,
          one.index(),
          one.limit(),
          one.isFlagged(),
          one.missingThen(),
          one.missingNow(),
          one.sharesThen(),
          one.sharesNow());
    }
  }
}
