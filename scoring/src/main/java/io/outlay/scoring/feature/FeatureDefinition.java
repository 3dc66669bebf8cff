package io.outlay.scoring.feature;

import io.outlay.domain.risk.RiskKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feature, declared once: the same declaration makes the training table and the value at serving.
 *
 * @param name stable name, lower case with underscores
 * @param english what it tells, in English
 * @param korean what it tells, in Korean
 * @param unit what its number is a number of
 * @param windowDays days it looks back; null where it looks at everything
 * @param whenMissing when it has no value, in English
 * @param isActionable whether somebody could do something about it
 * @param kinds which models use it
 * @param computation how it comes about
 */
public record FeatureDefinition(
    String name,
    String english,
    String korean,
    FeatureUnit unit,
    @Nullable Integer windowDays,
    String whenMissing,
    boolean isActionable,
    Set<RiskKind> kinds,
    Computation computation) {

  /** Copies the kinds. */
  public FeatureDefinition {
    kinds = Set.copyOf(kinds);
  }
}
