package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;

/**
 * Whether contributions explain the margin. Upstream has swapped the arguments of the contribution
 * call before and answered with probabilities: such an answer must not be shown as reasons.
 */
final class Additivity {

  private static final double TOLERANCE = 1e-4;

  private Additivity() {}

  /** Checks every row and gives the base value. */
  static double check(ScoringEngine engine, FeatureMatrix rows) {
    float[] margins = engine.margins(rows);
    Contributions contributions = engine.contributions(rows);
    for (int row = 0; row < rows.rows(); row++) {
      double sum = contributions.margin(row);
      // Written so that NaN fails.
      if (!(Math.abs(sum - margins[row]) <= TOLERANCE * Math.max(1, Math.abs(margins[row])))) {
        throw new BadRequest(
            "The model's contributions do not add up to its margin: "
                + sum
                + " is not "
                + margins[row]
                + " in probe row "
                + row
                + ".");
      }
    }
    return contributions.baseValue(0);
  }
}
