package io.outlay.scoring.feature;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.feature.Computation.DaysWith;
import io.outlay.scoring.feature.Computation.Ratio;
import io.outlay.scoring.feature.Computation.Total;
import io.outlay.scoring.feature.Computation.Trend;
import io.outlay.scoring.feature.Computation.Windowed;
import java.util.EnumSet;
import java.util.Set;

/** Words in which the catalogue is written. */
final class Declared {

  static final Set<RiskKind> ALL = EnumSet.allOf(RiskKind.class);
  static final Set<RiskKind> STAYING = EnumSet.of(RiskKind.CHURN, RiskKind.FIRST_PURCHASE);

  /** Of users who may have bought. */
  static final Set<RiskKind> BUYERS = EnumSet.of(RiskKind.CHURN, RiskKind.FRAUD);

  static final Set<RiskKind> FRAUD = EnumSet.of(RiskKind.FRAUD);

  private Declared() {}

  /** A feature somebody could do something about. */
  static FeatureDefinition actionable(
      Set<RiskKind> kinds,
      String name,
      FeatureUnit unit,
      Computation computation,
      String english,
      String korean) {
    return of(kinds, name, unit, computation, english, korean, true);
  }

  /** A feature that is as it is. */
  static FeatureDefinition given(
      Set<RiskKind> kinds,
      String name,
      FeatureUnit unit,
      Computation computation,
      String english,
      String korean) {
    return of(kinds, name, unit, computation, english, korean, false);
  }

  static Computation sum(Measure measure, int days) {
    return new Windowed(measure, days);
  }

  static Computation total(Measure measure) {
    return new Total(measure);
  }

  static Computation days(Measure measure, int days) {
    return new DaysWith(measure, days);
  }

  static Computation trend(Measure measure, int shortDays, int longDays) {
    return new Trend(measure, shortDays, longDays);
  }

  static Computation share(Computation over, Computation under) {
    return new Ratio(over, under);
  }

  private static FeatureDefinition of(
      Set<RiskKind> kinds,
      String name,
      FeatureUnit unit,
      Computation computation,
      String english,
      String korean,
      boolean isActionable) {
    return new FeatureDefinition(
        name,
        english,
        korean,
        unit,
        LookBack.days(computation),
        NullRule.of(computation).english(),
        isActionable,
        kinds,
        computation);
  }
}
