package io.outlay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class ClassifierMetricTests {

  private static final Offset<Double> EXACT = within(1e-12);
  private static final boolean T = true;
  private static final boolean F = false;

  @Test
  void aucCountsPairsAndTiesByHalf() {
    // Positives .35 and .8 against negatives .1 and .4: three of four pairs are right.
    assertThat(RocAuc.of(new double[] {.1, .4, .35, .8}, new boolean[] {F, F, T, T}))
        .isCloseTo(.75, EXACT);
    // One right, one tied: (1 + 1/2) of 2.
    assertThat(RocAuc.of(new double[] {.5, .5, .2}, new boolean[] {T, F, F})).isCloseTo(.75, EXACT);
    assertThat(RocAuc.of(new double[] {.5, .6}, new boolean[] {T, T})).isNaN();
  }

  @Test
  void averagePrecisionStepsAtEachPositive() {
    // Scikit-learn's own example: 1/2 * 1 + 1/2 * 2/3.
    assertThat(AveragePrecision.of(new double[] {.1, .4, .35, .8}, new boolean[] {F, F, T, T}))
        .isCloseTo(5 / 6.0, EXACT);
    // Tied rows are one threshold: 1/2 of them are positive.
    assertThat(AveragePrecision.of(new double[] {.5, .5}, new boolean[] {T, F}))
        .isCloseTo(.5, EXACT);
  }

  @Test
  void probabilitiesAreScoredRowByRow() {
    double[] p = {.8, .4, .1};
    boolean[] y = {T, T, F};
    assertThat(ProbabilityScores.logLoss(p, y))
        .isCloseTo(-(Math.log(.8) + Math.log(.4) + Math.log(.9)) / 3, EXACT);
    assertThat(ProbabilityScores.brier(p, y)).isCloseTo((.04 + .36 + .01) / 3, EXACT);
    assertThat(ProbabilityScores.accuracy(p, y)).isCloseTo(2 / 3.0, EXACT);
    assertThat(ProbabilityScores.logLoss(new double[] {0}, new boolean[] {T})).isFinite();
  }

  @Test
  void calibrationErrorWeighsBinsByTheirRows() {
    // Bin .2-.3: mean .25, seen 1/2, two rows. Bin .9-1: mean .95, seen 1, two rows.
    double[] p = {.25, .25, .95, .95};
    boolean[] y = {T, F, T, T};
    assertThat(CalibrationError.of(p, y)).isCloseTo(.5 * .25 + .5 * .05, EXACT);
    assertThat(CalibrationError.of(new double[] {1}, new boolean[] {T})).isZero();
  }

  @Test
  void calibrationLineFindsProbabilitiesTooExtreme() {
    // Said: 1/5 and 4/5, log-odds -+ln 4. Seen: 1/3 and 2/3, log-odds -+ln 2. Half as steep.
    double[] p = {.2, .2, .2, .8, .8, .8};
    boolean[] y = {T, F, F, T, T, F};
    CalibrationLine line = CalibrationLine.of(p, y);
    assertThat(line.slope()).isCloseTo(.5, within(1e-6));
    assertThat(line.observedToExpected()).isCloseTo(1, EXACT);
    assertThat(CalibrationLine.of(new double[] {.5, .5}, new boolean[] {T, F}).slope()).isNaN();
  }

  @Test
  void liftComparesTheTopWithAll() {
    double[] scores = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    boolean[] y = {T, F, T, F, F, F, F, F, F, F};
    assertThat(Lift.at(.1, scores, y)).isCloseTo(1 / .2, EXACT);
    assertThat(Lift.at(.2, scores, y)).isCloseTo(.5 / .2, EXACT);
    // All rows alike: nothing is gained, whatever their order in the file.
    assertThat(Lift.at(.1, new double[10], y)).isCloseTo(1, EXACT);
  }
}
