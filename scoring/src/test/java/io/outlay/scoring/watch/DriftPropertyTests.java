package io.outlay.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often drift is told where there is none, and found where there is. Seeds are fixed; the
 * figures of docs/watch.md are those these tests report.
 */
class DriftPropertyTests {

  @ParameterizedTest
  @CsvSource({
    "200, 200, 1000",
    "200, 20000, 400",
    "500, 500, 1000",
    "1000, 1000, 1000",
    "1000, 20000, 400",
    "10000, 10000, 100",
    "100000, 20000, 20",
    "100000, 100000, 20"
  })
  void withoutDriftAtMostOneInAHundredIsFlagged(
      int rows, int referenceRows, int trials, TestReporter reporter) {
    for (Shape shape : Shape.values()) {
      double share = flagged(shape, rows, referenceRows, trials, 0);
      reporter.publishEntry(shape + " flagged", String.valueOf(share));
      assertThat(share).as("%s", shape).isLessThanOrEqualTo(.01);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000, 500", "1000, 20000, 200"})
  void aShiftByHalfADeviationIsFoundAtAThousandRows(
      int rows, int referenceRows, int trials, TestReporter reporter) {
    double share = flagged(Shape.NORMAL, rows, referenceRows, trials, .5);
    reporter.publishEntry("found", String.valueOf(share));
    assertThat(share).isGreaterThanOrEqualTo(.95);
  }

  /** Half of the trials compare with the values, half with the percentiles that models keep. */
  private static double flagged(
      Shape shape, int rows, int referenceRows, int trials, double shift) {
    Random random = new Random(rows * 31L + referenceRows);
    int flagged = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] then = values(shape, referenceRows, random, 0);
      double[] now = values(shape, rows, random, shift);
      ReferenceBins reference = trial % 2 == 0 ? ReferenceBins.of(then) : ofPercentiles(then);
      flagged += Drift.of(reference, now).isFlagged() ? 1 : 0;
    }
    return (double) flagged / trials;
  }

  private static ReferenceBins ofPercentiles(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] percentiles = new double[101];
    Arrays.setAll(percentiles, i -> known[(int) Math.round(i / 100.0 * (known.length - 1))]);
    return ReferenceBins.of(percentiles, 1 - (double) known.length / values.length, values.length);
  }

  private static double[] values(Shape shape, int rows, Random random, double shift) {
    double[] values = new double[rows];
    Arrays.setAll(values, i -> shape.draw.applyAsDouble(random) + shift);
    return values;
  }

  /** How features are distributed: evenly, skewed, in few steps, mostly missing. */
  private enum Shape {
    NORMAL(Random::nextGaussian),
    SKEWED(random -> Math.exp(2 * random.nextGaussian())),
    COUNTS(random -> Math.floor(-Math.log(1 - random.nextDouble()) * 1.5)),
    RARE_FLAG(random -> random.nextDouble() < .004 ? 1 : 0),
    SOMETIMES_MISSING(random -> random.nextDouble() < .3 ? Double.NaN : random.nextGaussian()),
    HARDLY_MISSING(random -> random.nextDouble() < .003 ? Double.NaN : random.nextGaussian());

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<Random> draw;

    Shape(ToDoubleFunction<Random> draw) {
      this.draw = draw;
    }
  }
}
