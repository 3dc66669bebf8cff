package io.outlay.scoring.watch;

import io.outlay.domain.risk.PerformanceFigures;

/** How good a model's probabilities turned out to be, once outcomes are known. */
public final class RealisedPerformance {

  private RealisedPerformance() {}

  /**
   * Measures probabilities against what came true.
   *
   * @param probabilities one a row, at least one
   * @param labels whether it came true, one a row
   * @param threshold from which on somebody is acted on
   */
  public static PerformanceFigures of(double[] probabilities, boolean[] labels, double threshold) {
    RankedProbabilities ranked = new RankedProbabilities(probabilities, threshold);
    return ranked.against(ranked.ranked(labels));
  }
}
