package io.outlay.scoring.watch;

import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.FeatureDrift;
import io.outlay.domain.risk.ScoreReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares a period with what the model learned from, and with the model's own first period. */
final class DriftMeasuring {

  private static final int PERCENTILES = 100;

  private DriftMeasuring() {}

  /**
   * One figure a feature, and one of the probability where the reference is of an earlier period.
   *
   * @param reference probabilities of the model's first period; null where there is none
   */
  static DriftReport measure(
      WatchedPeriod period, @Nullable ScoreReference reference, Instant now) {
    List<FeatureDrift> drift = new ArrayList<>();
    if (reference != null && reference.to().isBefore(period.window().from())) {
      drift.add(ofProbability(period, reference));
    }
    List<String> names = period.model().features().names();
    ComparedRows compared = ComparedRows.of(period);
    for (int feature = 0; feature < names.size(); feature++) {
      drift.add(told(names.get(feature), compared.drift(feature)));
    }
    return new DriftReport(
        period.model().id(),
        period.window().from(),
        period.window().to(),
        period.predictions().size(),
        now,
        drift);
  }

  /** The period as the one later periods are compared with. */
  static ScoreReference reference(WatchedPeriod period) {
    double[] rising = Arrays.stream(period.probabilities()).sorted().toArray();
    List<Double> quantiles =
        IntStream.rangeClosed(0, PERCENTILES)
            .mapToObj(i -> rising[(int) Math.round((double) i / PERCENTILES * (rising.length - 1))])
            .toList();
    return new ScoreReference(
        period.window().from(), period.window().to(), rising.length, quantiles);
  }

  private static FeatureDrift ofProbability(WatchedPeriod period, ScoreReference reference) {
    double[] quantiles = reference.quantiles().stream().mapToDouble(Double::doubleValue).toArray();
    return told(
        FeatureDrift.PROBABILITY,
        Drift.of(ReferenceBins.of(quantiles, 0, reference.rows()), period.probabilities()));
  }

  private static FeatureDrift told(String name, Drift drift) {
    return new FeatureDrift(
        name,
        drift.index(),
        drift.limit(),
        drift.missingThen(),
        drift.missingNow(),
        DoubleStream.of(drift.sharesThen()).boxed().toList(),
        DoubleStream.of(drift.sharesNow()).boxed().toList());
  }
}
