package io.outlay.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.scoring.metric.ProbabilityScores;
import io.outlay.scoring.metric.RocAuc;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class EstimatedPerformanceTests {

  @Test
  void realisedFiguresAreThoseOfTheMetrics() {
    double[] p = probabilities(2_000, new SplittableRandom(3));
    p[7] = p[8];
    boolean[] y = outcomes(p, new SplittableRandom(4), DoubleUnaryOperator.identity());

    PerformanceFigures figures = RealisedPerformance.of(p, y, .5);

    assertThat(figures.rocAuc()).isCloseTo(RocAuc.of(p, y), within(1e-12));
    assertThat(figures.logLoss()).isCloseTo(ProbabilityScores.logLoss(p, y), within(1e-12));
    assertThat(figures.brier()).isCloseTo(ProbabilityScores.brier(p, y), within(1e-12));
    double right = figures.truePositives() + figures.trueNegatives();
    assertThat(right / 2_000).isCloseTo(ProbabilityScores.accuracy(p, y), within(1e-12));
  }

  @Test
  void expectedFiguresFollowFromProbabilitiesAlone() {
    // Two rows: both, one or none come true with chances .16, .68 and .16 of which .64 is in order.
    EstimatedFigures two = EstimatedPerformance.of(new double[] {.2, .8}, .5, 1);

    assertThat(two.expected().positives()).isCloseTo(1, within(1e-12));
    assertThat(two.expected().rocAuc()).isCloseTo(.64 / .68, within(1e-12));
    assertThat(two.expected().truePositives()).isCloseTo(.8, within(1e-12));
    assertThat(two.expected().falsePositives()).isCloseTo(.2, within(1e-12));
    assertThat(two.expected().falseNegatives()).isCloseTo(.2, within(1e-12));
    assertThat(two.expected().brier()).isCloseTo(.16, within(1e-12));
    assertThat(two.expected().logLoss())
        .isCloseTo(-(.8 * Math.log(.8) + .2 * Math.log(.2)), within(1e-12));
  }

  @Test
  void whatIsRealisedLiesInTheIntervalInNineteenOfTwentyCases() {
    SplittableRandom random = new SplittableRandom(11);
    int trials = 200;
    int auc = 0;
    int loss = 0;
    int alarms = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] p = probabilities(400, random);
      EstimatedFigures estimated = EstimatedPerformance.of(p, .5, trial);
      PerformanceFigures came =
          RealisedPerformance.of(p, outcomes(p, random, DoubleUnaryOperator.identity()), .5);
      auc += isWithin(estimated.low().rocAuc(), came.rocAuc(), estimated.high().rocAuc());
      loss += isWithin(estimated.low().logLoss(), came.logLoss(), estimated.high().logLoss());
      alarms +=
          isWithin(
              estimated.low().falsePositives(),
              came.falsePositives(),
              estimated.high().falsePositives());
    }

    assertThat(auc).isBetween(180, 199);
    assertThat(loss).isBetween(180, 199);
    assertThat(alarms).isBetween(180, 200);
  }

  @Test
  void aModelThatNoLongerSaysTheTruthIsToldByTheConfrontation() {
    double[] p = probabilities(3_000, new SplittableRandom(5));
    EstimatedFigures estimated = EstimatedPerformance.of(p, .5, 1);
    boolean[] asSaid = outcomes(p, new SplittableRandom(6), DoubleUnaryOperator.identity());
    boolean[] otherwise = outcomes(p, new SplittableRandom(6), said -> .3 + .4 * said);

    assertThat(
            Confrontation.of(estimated, RealisedPerformance.of(p, asSaid, .5), Instant.EPOCH)
                .worse())
        .isEmpty();
    assertThat(
            Confrontation.of(estimated, RealisedPerformance.of(p, otherwise, .5), Instant.EPOCH)
                .worse())
        .containsExactly("rocAuc", "logLoss", "brier");
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] p = probabilities(300, new SplittableRandom(5));

    assertThat(EstimatedPerformance.of(p, .3, 9)).isEqualTo(EstimatedPerformance.of(p, .3, 9));
  }

  private static int isWithin(double low, double value, double high) {
    return low <= value && value <= high ? 1 : 0;
  }

  private static double[] probabilities(int rows, SplittableRandom random) {
    double[] p = new double[rows];
    Arrays.setAll(p, i -> 1 / (1 + Math.exp(-1.5 * random.nextGaussian())));
    return p;
  }

  private static boolean[] outcomes(
      double[] p, SplittableRandom random, DoubleUnaryOperator truth) {
    boolean[] labels = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      labels[i] = random.nextDouble() < truth.applyAsDouble(p[i]);
    }
    return labels;
  }
}
