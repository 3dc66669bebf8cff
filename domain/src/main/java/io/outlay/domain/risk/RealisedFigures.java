package io.outlay.domain.risk;

import java.time.Instant;
import java.util.List;

/**
 * What came true beside what was expected of the same predictions.
 *
 * @param figures as they turned out
 * @param estimated over exactly these predictions
 * @param worse names of figures that turned out worse than the estimate's interval allows: {@code
 *     rocAuc}, {@code logLoss}, {@code brier}; each happens by chance in about 1 of 40 cases
 */
public record RealisedFigures(
    PerformanceFigures figures, EstimatedFigures estimated, List<String> worse, Instant at) {

  /** Copies the names. */
  public RealisedFigures {
    worse = List.copyOf(worse);
  }
}
