package io.outlay.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.scoring.metric.SurvivalTimes;
import org.junit.jupiter.api.Test;

class SurvivalCurveTests {

  /** Nothing foretold: the curve is Kaplan-Meier's own, worked out by hand. */
  @Test
  void isKaplanMeierWhereAllRowsAreForetoldAlike() {
    SurvivalCurve curve = curve(new float[5]);
    // At 1 one of five: 4/5. At 3 one of three: 8/15. At 5 the last one: 0.
    assertThat(curve.probabilityWithin(0.9, 0)).isZero();
    assertThat(curve.probabilityWithin(1, 0)).isCloseTo(1 / 5.0, within(1e-12));
    assertThat(curve.probabilityWithin(2.9, 0)).isCloseTo(1 / 5.0, within(1e-12));
    assertThat(curve.probabilityWithin(4, 0)).isCloseTo(7 / 15.0, within(1e-12));
    assertThat(curve.medianTime(0)).isCloseTo(5, within(1e-12));
  }

  @Test
  void rowForetoldToLiveTwiceAsLongHasTwiceTheMedian() {
    SurvivalCurve curve = curve(new float[5]);
    double twice = Math.log(2);
    assertThat(curve.medianTime(twice)).isCloseTo(2 * curve.medianTime(0), within(1e-9));
    assertThat(curve.probabilityWithin(6.1, twice)).isEqualTo(curve.probabilityWithin(3.05, 0));
  }

  @Test
  void medianBeyondWhatWasSeenIsNotInvented() {
    SurvivalTimes mostlyCensored =
        new SurvivalTimes(new double[] {1, 9, 9}, new boolean[] {true, false, false});
    SurvivalCurve curve =
        SurvivalCurve.fit(
            new float[3], new Outcome.Survival(mostlyCensored), TimeScale.of(mostlyCensored));
    assertThat(curve.medianTime(0)).isNaN();
  }

  private static SurvivalCurve curve(float[] margins) {
    SurvivalTimes times =
        new SurvivalTimes(
            new double[] {1, 2, 3, 4, 5}, new boolean[] {true, false, true, false, true});
    return SurvivalCurve.fit(margins, new Outcome.Survival(times), TimeScale.of(times));
  }
}
