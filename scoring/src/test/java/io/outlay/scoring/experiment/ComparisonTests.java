package io.outlay.scoring.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.risk.ModelDifference;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two models on the same rows. */
class ComparisonTests {

  @Test
  void areasAndVarianceAreThoseWorkedOutByHand() {
    // First: 3 of 4 pairs in order. Second: all. Placements of positives differ by 0 and 1/2, of
    // negatives by 0 and 1/2: each variance is 1/8, over two rows 1/16, together 1/8.
    boolean[] labels = {false, false, true, true};
    ModelDifference found =
        DeLongTest.of(new double[] {.1, .4, .35, .8}, new double[] {.1, .2, .3, .4}, labels);

    assertThat(found.first()).isCloseTo(.75, within(1e-12));
    assertThat(found.second()).isCloseTo(1, within(1e-12));
    double deviation = Math.sqrt(1 / 8.0);
    assertThat(found.low()).isCloseTo(.25 - 1.959963984540054 * deviation, within(1e-12));
    assertThat(found.pValue()).isCloseTo(0.23975, within(1e-5)); // of z = .7071
  }

  @Test
  void aModelIsNoBetterThanItself() {
    double[] scores = {.1, .4, .35, .8};
    ModelDifference found = DeLongTest.of(scores, scores, new boolean[] {false, true, false, true});

    assertThat(found.difference()).isZero();
    assertThat(found.pValue()).isEqualTo(1);
    assertThat(CostTest.of(new long[] {1, 2}, new long[] {1, 2}, 1).pValue()).isEqualTo(1);
  }

  @Test
  void tooFewOfAKindCannotBeCompared() {
    ModelDifference found =
        DeLongTest.of(new double[] {.1, .2}, new double[] {.2, .1}, new boolean[] {true, false});

    assertThat(found.first()).isNaN();
    assertThat(found.pValue()).isNaN();
  }

  @Test
  void equalModelsAreToldApartAsRarelyAsDeclaredAndABetterOneIsFound() {
    SplittableRandom random = new SplittableRandom(17);
    int trials = 300;
    int falsely = 0;
    int rightly = 0;
    int cheaperFalsely = 0;
    int cheaperRightly = 0;
    for (int trial = 0; trial < trials; trial++) {
      Rows rows = Rows.draw(800, random);
      falsely += DeLongTest.of(rows.noisy(), rows.asNoisy(), rows.labels()).pValue() < .05 ? 1 : 0;
      rightly += DeLongTest.of(rows.noisy(), rows.clear(), rows.labels()).pValue() < .05 ? 1 : 0;
      cheaperFalsely += rows.cost(rows.noisy(), rows.asNoisy(), trial) < .05 ? 1 : 0;
      cheaperRightly += rows.cost(rows.noisy(), rows.clear(), trial) < .05 ? 1 : 0;
    }

    assertThat(falsely).isBetween(5, 27);
    assertThat(cheaperFalsely).isBetween(5, 27);
    assertThat(rightly).isGreaterThan(285);
    assertThat(cheaperRightly).isGreaterThan(200);
  }

  @Test
  void costsAreComparedByRowInMicros() {
    long[] first = new long[100];
    long[] second = new long[100];
    for (int row = 0; row < 40; row++) {
      first[row] = 5_000_000;
      second[row] = row < 10 ? 5_000_000 : 0;
    }

    ModelDifference found = CostTest.of(first, second, 1);

    assertThat(found.first()).isEqualTo(2_000_000);
    assertThat(found.second()).isEqualTo(500_000);
    assertThat(found.difference()).isBetween(found.low(), found.high());
    assertThat(found.high()).isNegative();
    assertThat(found.pValue()).isLessThan(.001);
    assertThat(CostTest.of(second, first, 1).pValue()).isGreaterThan(.99);
  }

  @Test
  void wrongAnswersCostByTheirKind() {
    ErrorCosts costs = new ErrorCosts(2_000_000, 30_000_000);

    assertThat(costs.of(true, false)).isEqualTo(2_000_000);
    assertThat(costs.of(false, true)).isEqualTo(30_000_000);
    assertThat(costs.of(true, true)).isZero();
    assertThat(costs.of(false, false)).isZero();
  }

  /** Rows with a hidden truth that one model sees better than two others. */
  @SuppressWarnings("ArrayRecordComponent") // columns of a test
  private record Rows(boolean[] labels, double[] clear, double[] noisy, double[] asNoisy) {

    static Rows draw(int count, SplittableRandom random) {
      Rows rows =
          new Rows(new boolean[count], new double[count], new double[count], new double[count]);
      for (int i = 0; i < count; i++) {
        double truth = 2 * random.nextGaussian();
        rows.labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
        rows.clear[i] = truth + .2 * random.nextGaussian();
        rows.noisy[i] = truth + 1.5 * random.nextGaussian();
        rows.asNoisy[i] = truth + 1.5 * random.nextGaussian();
      }
      return rows;
    }

    double cost(double[] first, double[] second, long seed) {
      return CostTest.of(costs(first), costs(second), seed).pValue();
    }

    private long[] costs(double[] scores) {
      ErrorCosts costs = new ErrorCosts(1_000_000, 1_000_000);
      long[] all = new long[scores.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = costs.of(scores[i] > 0, labels[i]);
      }
      return all;
    }
  }
}
