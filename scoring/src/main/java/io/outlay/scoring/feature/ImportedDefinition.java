package io.outlay.scoring.feature;

import io.outlay.domain.risk.ImportedFeature;
import io.outlay.scoring.feature.Computation.Imported;

/** Features computed elsewhere as features of a model; all kinds use them. */
public final class ImportedDefinition {

  private ImportedDefinition() {}

  /** The feature as declared; its window is the age up to which a value is not stale. */
  public static FeatureDefinition of(ImportedFeature declared) {
    Computation computation = new Imported(declared.name());
    return new FeatureDefinition(
        declared.name(),
        declared.english(),
        declared.korean(),
        FeatureUnit.valueOf(declared.unit()),
        declared.allowedAgeDays(),
        NullRule.of(computation).english(),
        declared.isActionable(),
        Declared.ALL,
        computation);
  }
}
