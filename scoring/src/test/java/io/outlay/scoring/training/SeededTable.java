package io.outlay.scoring.training;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.feature.Computation;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.FeatureUnit;
import io.outlay.scoring.feature.UserFeatures;
import io.outlay.scoring.metric.SurvivalTimes;
import io.outlay.scoring.outcome.Sample;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.train.BoostingParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import reactor.core.publisher.Mono;

/**
 * A table whose outcome follows a known law: log-odds rise with the first feature, fall with the
 * second, and do not know the third. A tenth of the values is missing.
 */
public final class SeededTable {

  /** Its features. */
  public static final FeatureSet FEATURES =
      new FeatureSet(
          List.of(feature("idle_days", 7), feature("sessions", 30), feature("levels", 90)));

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private SeededTable() {}

  /** So many rows, one an hour; equal seeds give equal tables. */
  public static TrainingTable of(RiskKind kind, int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * 3];
    boolean[] labels = new boolean[rows];
    double[] times = new double[rows];
    List<Sample> samples = new ArrayList<>();
    List<String> segments = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < 3; i++) {
        values[row * 3 + i] =
            random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian(0, 1);
      }
      double logOdds = orZero(values[row * 3]) * 1.5 - orZero(values[row * 3 + 1]) - 0.7;
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
      double time = 20 * Math.exp(-logOdds / 2 + random.nextGaussian(0, 0.5));
      times[row] = Math.min(90, time);
      samples.add(new Sample(row % 997 + 1, BEGIN.plus(Duration.ofHours(row))));
      segments.add(row % 3 == 0 ? "META" : "(unknown)");
    }
    boolean[] ended = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      ended[row] = times[row] < 90;
    }
    return new TrainingTable(
        kind,
        FEATURES,
        samples,
        new FeatureMatrix(values, rows, 3),
        labels,
        kind == RiskKind.CHURN ? new SurvivalTimes(times, ended) : null,
        segments,
        samples.getLast().at(),
        Long.toHexString(seed),
        "A user leaves within 30 days.");
  }

  private static double orZero(float value) {
    return Float.isNaN(value) ? 0 : value;
  }

  private static FeatureDefinition feature(String name, int days) {
    return new FeatureDefinition(
        name,
        name.replace('_', ' '),
        name,
        FeatureUnit.TIMES,
        days,
        "never",
        true,
        Set.of(RiskKind.values()),
        new Computation.Windowed(Measure.SESSIONS, days));
  }

  /** A model of the table, ready to be registered. */
  public static NewRiskModel model(RiskKind kind, long seed) {
    return new ModelMaking(
            of(kind, 600, seed),
            new Stakes(new Costs(BigDecimal.ONE, BigDecimal.valueOf(4)), 1),
            BoostingParameters.DEFAULT,
            seed,
            share -> {})
        .make()
        .by(seed, "anna");
  }

  /** Says that the table's features are those computed now. */
  public static FeatureReader reader(FeatureSet features) {
    return new FeatureReader() {
      @Override
      public Mono<FeatureSet> features(OrganizationId organization, RiskKind kind) {
        return Mono.just(features);
      }

      @Override
      public Mono<Map<Long, UserFeatures>> read(
          OrganizationId organization, FeatureSet asked, Collection<Long> users, Instant at) {
        return Mono.just(Map.of());
      }
    };
  }
}
