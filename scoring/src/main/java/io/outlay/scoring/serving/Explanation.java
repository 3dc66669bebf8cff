package io.outlay.scoring.serving;

import io.outlay.scoring.engine.Contributions;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.registry.Background;
import io.outlay.scoring.registry.ServedModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What each feature added to a score. Immutable; reasons are made when they are asked for. */
public final class Explanation {

  private final FeatureSet features;
  private final Background background;
  private final double margin;
  private final double baseValue;
  private final float[] values;
  private final float[] contributions;

  private Explanation(
      ServedModel model, double margin, double baseValue, float[] values, float[] contributions) {
    this.features = model.features();
    this.background = model.background();
    this.margin = margin;
    this.baseValue = baseValue;
    this.values = values;
    this.contributions = contributions;
  }

  /**
   * Explains one row of a batch.
   *
   * @param values of the row's features
   */
  static Explanation of(
      ServedModel model, double margin, float[] values, Contributions told, int row) {
    float[] contributions = new float[told.features()];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = told.of(row, i);
    }
    return new Explanation(model, margin, told.baseValue(row), values, contributions);
  }

  /** The margin before anything is known of the user, in log-odds. */
  public double baseValue() {
    return baseValue;
  }

  /** The features that added most, without regard to the sign; equal ones in the model's order. */
  public List<Reason> top(int most) {
    double all = total();
    return IntStream.range(0, contributions.length)
        .boxed()
        .sorted(Comparator.comparingDouble(feature -> -Math.abs(contributions[feature])))
        .limit(most)
        .map(feature -> reason(feature, all))
        .toList();
  }

  /**
   * What all features beside the top ones added, in log-odds: with it and the base value they add
   * up to the score's value.
   */
  public double rest(int most) {
    double shown = top(most).stream().mapToDouble(Reason::contribution).sum();
    return margin - baseValue - shown;
  }

  int weight() {
    return 100 + 8 * contributions.length;
  }

  private Reason reason(int feature, double all) {
    double percentile = background.percentile(feature, values[feature]);
    return new Reason(
        features.definitions().get(feature),
        values[feature],
        contributions[feature],
        all == 0 ? 0 : Math.abs(contributions[feature]) / all,
        Double.isNaN(percentile) ? null : percentile);
  }

  private double total() {
    double sum = 0;
    for (float contribution : contributions) {
      sum += Math.abs(contribution);
    }
    return sum;
  }
}
