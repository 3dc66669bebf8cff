package io.outlay.scoring.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IsolationForestTests {

  private static final double[] HALF = {0.5};
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void expectedPathIsThatOfTheBinarySearchTree() {
    assertThat(PathLength.expected(1)).isZero();
    assertThat(PathLength.expected(2)).isEqualTo(1);
    // 2 (ln 255 + Euler) - 2 * 255 / 256, as in the paper.
    assertThat(PathLength.expected(256)).isCloseTo(10.2448, within(1e-4));
  }

  @Test
  void rowFarFromAllOthersScoresHighest() {
    FeatureMatrix rows = cloud(12, 12);
    double[] scores = IsolationForest.fit(rows, 1).scores(rows);
    assertThat(scores[0]).isGreaterThan(0.6);
    assertThat(Arrays.stream(scores, 1, scores.length).max().orElseThrow()).isLessThan(scores[0]);
    assertThat(Arrays.stream(scores).average().orElseThrow()).isLessThan(0.5);
  }

  @Test
  void contributionsAddUpToTheScoreAndBlameTheOddFeature() {
    FeatureMatrix rows = cloud(0, 12);
    IsolationForest forest = IsolationForest.fit(rows, 2);
    double score = forest.scores(rows)[0];
    double[] contributions = forest.contributions(rows, 0);
    assertThat(Arrays.stream(contributions).sum())
        .isCloseTo(1 + Math.log(score) / Math.log(2), within(1e-9));
    assertThat(contributions[1]).isGreaterThan(2 * contributions[0]);
  }

  @Test
  void equalSeedGivesAnEqualForest() {
    FeatureMatrix rows = cloud(0, 12);
    assertThat(IsolationForest.fit(rows, 3).scores(rows))
        .containsExactly(IsolationForest.fit(rows, 3).scores(rows));
    assertThat(IsolationForest.fit(rows, 3).scores(rows))
        .isNotEqualTo(IsolationForest.fit(rows, 4).scores(rows));
  }

  @Test
  void equalRowsAndMissingValuesAreNoTrouble() {
    FeatureMatrix same = new FeatureMatrix(new float[60], 20, 3);
    assertThat(IsolationForest.fit(same, 5).scores(same)).containsOnly(HALF, ROUNDING);
    float[] gaps = new float[60];
    Arrays.fill(gaps, Float.NaN);
    FeatureMatrix missing = new FeatureMatrix(gaps, 20, 3);
    assertThat(IsolationForest.fit(missing, 5).scores(missing)).containsOnly(HALF, ROUNDING);
  }

  /** A thousand rows around nought, but for the first. */
  private static FeatureMatrix cloud(float x, float y) {
    SplittableRandom random = new SplittableRandom(9);
    float[] values = new float[2_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    values[0] = x;
    values[1] = y;
    return new FeatureMatrix(values, 1_000, 2);
  }
}
