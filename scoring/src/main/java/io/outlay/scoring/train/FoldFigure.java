package io.outlay.scoring.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure of merit over folds.
 *
 * @param mean over the folds; null where it does not apply
 * @param sd standard deviation of a fold (divided by folds - 1); null below two folds
 * @param perFold one a fold, in order; empty where it does not apply
 */
public record FoldFigure(@Nullable Double mean, @Nullable Double sd, List<Double> perFold) {

  /** Takes over the list as it is now. */
  public FoldFigure {
    perFold = List.copyOf(perFold);
  }

  /** Every known figure by name, in a fixed order. */
  public static Map<String, FoldFigure> summary(List<Map<String, Double>> folds) {
    Map<String, FoldFigure> summary = new LinkedHashMap<>();
    for (String name : Figures.NAMES) {
      summary.put(
          name,
          of(
              folds.stream()
                  .map(fold -> fold.get(name))
                  .filter(Objects::nonNull)
                  .filter(Double::isFinite)
                  .toList()));
    }
    return summary;
  }

  private static FoldFigure of(List<Double> values) {
    if (values.isEmpty()) {
      return new FoldFigure(null, null, values);
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    int folds = values.size();
    return new FoldFigure(mean, folds < 2 ? null : Math.sqrt(squares / (folds - 1)), values);
  }
}
