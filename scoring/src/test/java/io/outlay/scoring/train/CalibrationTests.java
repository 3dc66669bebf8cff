package io.outlay.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.scoring.metric.CalibrationLine;
import io.outlay.scoring.metric.RocAuc;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void fewPositivesAreFittedByALineManyByACurve() {
    assertThat(calibrated(1_000, 1)).isInstanceOf(PlattCalibration.class);
    assertThat(calibrated(8_000, 1)).isInstanceOf(IsotonicCalibration.class);
  }

  @Test
  void overconfidentMarginsBecomeProbabilitiesThatComeTrue() {
    for (int rows : new int[] {1_000, 8_000}) {
      Calibration calibration = calibrated(rows, 2);
      Rows fresh = new Rows(20_000, 3);
      CalibrationLine before =
          CalibrationLine.of(fresh.probabilities(m -> 1 / (1 + Math.exp(-m))), fresh.labels);
      CalibrationLine after =
          CalibrationLine.of(fresh.probabilities(calibration::probability), fresh.labels);
      assertThat(before.slope()).isCloseTo(0.5, within(0.05));
      assertThat(after.slope()).isCloseTo(1, within(0.15));
      assertThat(after.observedToExpected()).isCloseTo(1, within(0.1));
    }
  }

  @Test
  void orderIsKeptExactlySoThatAucIsNotHurt() {
    for (int rows : new int[] {1_000, 8_000}) {
      Calibration calibration = calibrated(rows, 4);
      Rows fresh = new Rows(5_000, 5);
      assertThat(RocAuc.of(fresh.probabilities(calibration::probability), fresh.labels))
          .isEqualTo(RocAuc.of(fresh.probabilities(m -> m), fresh.labels));
    }
  }

  @Test
  void noMarginIsTakenForCertain() {
    Calibration calibration = calibrated(8_000, 6);
    assertThat(calibration.probability(-15)).isBetween(1e-6, 0.1);
    assertThat(calibration.probability(15)).isBetween(0.9, 1 - 1e-6);
  }

  @Test
  void adjacentViolatorsArePooled() {
    PooledSteps steps = new PooledSteps(5);
    double[] values = {1, 3, 2, 2, 5};
    IntStream.range(0, 5).forEach(i -> steps.add(i, values[i]));
    assertThat(steps.means()).containsExactly(1, 7 / 3.0, 5);
    assertThat(steps.centres()).containsExactly(0, 2, 4);
  }

  @Test
  void valuesAtOnePlaceAreOneStep() {
    PooledSteps steps = new PooledSteps(3);
    steps.add(1, 0);
    steps.add(1, 1);
    steps.add(2, 1);
    assertThat(steps.means()).containsExactly(0.5, 1);
  }

  private static Calibration calibrated(int rows, long seed) {
    Rows seen = new Rows(rows, seed);
    return Calibration.fit(seen.margins, seen.labels);
  }

  /** Margins that are twice as far from nought as the truth. */
  private static final class Rows {
    private final float[] margins;
    private final boolean[] labels;

    Rows(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      margins = new float[count];
      labels = new boolean[count];
      for (int i = 0; i < count; i++) {
        double truth = random.nextGaussian() - 0.5;
        margins[i] = (float) (2 * truth);
        labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
      }
    }

    double[] probabilities(DoubleUnaryOperator ofMargin) {
      double[] values = new double[margins.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = ofMargin.applyAsDouble(margins[i]);
      }
      return values;
    }
  }
}
