package io.outlay.scoring.serving;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.engine.SmallModel;
import io.outlay.scoring.feature.Computation;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.FeatureUnit;
import io.outlay.scoring.registry.Background;
import io.outlay.scoring.registry.Bands;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.train.PlattCalibration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A served model over three features. */
public final class Served {

  public static final FeatureSet FEATURES =
      new FeatureSet(
          IntStream.range(0, SmallModel.FEATURES)
              .mapToObj(number -> feature("feature_" + number, FeatureUnit.TIMES))
              .toList());

  private Served() {}

  public static FeatureDefinition feature(String name, FeatureUnit unit) {
    return new FeatureDefinition(
        name,
        "Sessions in 7 days",
        "7일간 세션",
        unit,
        7,
        "Never missing.",
        true,
        Set.of(RiskKind.CHURN),
        new Computation.Windowed(Measure.SESSIONS, 7));
  }

  public static ServedModel model(long id, ScoringEngine engine) {
    return new ServedModel(
        id,
        (int) id,
        RiskKind.CHURN,
        FEATURES,
        engine,
        new PlattCalibration(0.1, 0.9),
        new Bands(0.6, 0.3),
        background(),
        null,
        null,
        Instant.parse("2026-11-01T00:00:00Z"));
  }

  private static Background background() {
    float[] quantiles = new float[101];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = -1 + i / 50f;
    }
    return new Background(
        List.of(quantiles, quantiles, quantiles), new double[SmallModel.FEATURES]);
  }
}
