package io.outlay.scoring.serving;

import io.outlay.scoring.registry.ServedSurvival;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When a user leaves.
 *
 * @param horizons probabilities within 7, 30 and 90 days
 * @param medianDays days until half of such users have left; null where fewer than half were seen
 *     to leave
 */
public record Survival(List<Horizon> horizons, @Nullable Double medianDays) {

  private static final int[] DAYS = {7, 30, 90};

  /** Copies the list. */
  public Survival {
    horizons = List.copyOf(horizons);
  }

  /**
   * A probability within some days.
   *
   * @param churnProbability from 0 to 1
   */
  public record Horizon(int horizonDays, double churnProbability) {}

  static Survival of(ServedSurvival model, double margin) {
    double median = model.curve().medianTime(margin);
    return new Survival(
        IntStream.of(DAYS)
            .mapToObj(days -> new Horizon(days, model.curve().probabilityWithin(days, margin)))
            .toList(),
        Double.isNaN(median) ? null : median);
  }
}
