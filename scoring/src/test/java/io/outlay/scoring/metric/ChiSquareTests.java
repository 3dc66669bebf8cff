package io.outlay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against tabulated values. */
class ChiSquareTests {

  @Test
  void quantilesAreThoseOfTheTables() {
    assertThat(ChiSquare.quantile(.95, 1)).isCloseTo(3.841458820694124, within(1e-9));
    assertThat(ChiSquare.quantile(.95, 10)).isCloseTo(18.307038053275146, within(1e-9));
    assertThat(ChiSquare.quantile(.999, 1)).isCloseTo(10.827566170662733, within(1e-9));
    assertThat(ChiSquare.quantile(.999, 9)).isCloseTo(27.877164871256568, within(1e-9));
    assertThat(ChiSquare.quantile(.999, 10)).isCloseTo(29.588298445074418, within(1e-9));
    assertThat(ChiSquare.quantile(.5, 2)).isCloseTo(2 * Math.log(2), within(1e-9));
    assertThat(ChiSquare.quantile(.001, 10)).isCloseTo(1.478743463835665, within(1e-9));
    assertThat(ChiSquare.quantile(.999, 100)).isCloseTo(149.449252779039, within(1e-7));
  }

  @Test
  void distributionLeadsBackToTheProbability() {
    for (int degrees = 1; degrees <= 60; degrees++) {
      for (double p : new double[] {1e-6, .01, .3, .5, .8, .99, .999_999}) {
        assertThat(ChiSquare.distribution(ChiSquare.quantile(p, degrees), degrees))
            .isCloseTo(p, within(1e-12));
      }
    }
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> ChiSquare.quantile(1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChiSquare.quantile(Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChiSquare.quantile(.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
