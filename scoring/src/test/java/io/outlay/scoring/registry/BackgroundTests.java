package io.outlay.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.scoring.engine.FeatureMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  void rowsOfEachQuarterOfTheDayAreToldApart() {
    float[] values = new float[1_200];
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      times.add(Instant.parse("2026-03-01T00:30:00Z").plus(Duration.ofHours(i % 24)));
      values[i] = i % 24 / 6 * 10; // the quarter, times ten
    }
    Background background = Background.of(new FeatureMatrix(values, values.length, 1), times);

    assertThat(background.daytimes()).extracting(Background.Daytime::rows).containsOnly(300);
    for (int quarter = 0; quarter < 4; quarter++) {
      assertThat(background.daytimes().get(quarter).quantiles().getFirst())
          .containsOnly(quarter * 10f);
    }
    assertThat(Background.daytimeOf(Instant.parse("2026-03-01T05:59:59Z"))).isZero();
    assertThat(Background.daytimeOf(Instant.parse("2026-03-01T06:00:00Z"))).isEqualTo(1);
  }

  @Test
  void aFeatureThatWasAlwaysMissingHasNoPercentiles() {
    Background background =
        Background.of(new FeatureMatrix(new float[] {Float.NaN, Float.NaN}, 2, 1));

    assertThat(background.percentile(0, 3)).isNaN();
    assertThat(background.missing()[0]).isEqualTo(1);
  }
}
