package io.outlay.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.scoring.engine.FeatureMatrix;
import org.junit.jupiter.api.Test;

class BackgroundTests {

  @Test
  void percentilesAreTheSharesOfRowsBelow() {
    float[] values = new float[2_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 4 == 0 ? Float.NaN : i;
    }
    Background background = Background.of(new FeatureMatrix(values, values.length, 1));

    assertThat(background.percentile(0, -5)).isZero();
    assertThat(background.percentile(0, 5_000)).isEqualTo(100);
    for (float value : new float[] {100, 500, 1_234, 1_900}) {
      assertThat(background.percentile(0, value)).isCloseTo(value / 20, within(1.1));
    }
    assertThat(background.missing()[0]).isEqualTo(0.25);
    assertThat(background.percentile(0, Float.NaN)).isNaN();
  }

  @Test
  void aFeatureThatWasAlwaysMissingHasNoPercentiles() {
    Background background =
        Background.of(new FeatureMatrix(new float[] {Float.NaN, Float.NaN}, 2, 1));

    assertThat(background.percentile(0, 3)).isNaN();
    assertThat(background.missing()[0]).isEqualTo(1);
  }
}
