package io.outlay.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.error.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XgboostEngineTests {

  @Test
  void baseValueAndContributionsAddUpToTheMargin() {
    try (ScoringEngine engine = SmallModel.engine()) {
      FeatureMatrix rows = SmallModel.rows(200, 2);

      float[] margins = engine.margins(rows);
      Contributions contributions = engine.contributions(rows);

      for (int row = 0; row < rows.rows(); row++) {
        assertThat(contributions.margin(row)).isCloseTo(margins[row], within(1e-4));
        assertThat((double) contributions.baseValue(row)).isEqualTo(engine.baseValue());
      }
      // What DJL's contribution mode answers instead are probabilities, never below nought.
      assertThat(IntStream.range(0, 200).anyMatch(row -> contributions.of(row, 0) < 0)).isTrue();
    }
  }

  @Test
  void outputIsTheProbabilityOfTheMargin() {
    try (ScoringEngine engine = SmallModel.engine()) {
      FeatureMatrix rows = SmallModel.rows(5, 3);
      float[] margins = engine.margins(rows);
      double[] outputs = engine.outputs(rows);
      for (int row = 0; row < 5; row++) {
        double odds = outputs[row] / (1 - outputs[row]);
        assertThat(Math.log(odds)).isCloseTo(margins[row], within(1e-9));
      }
    }
  }

  @Test
  void rowHasTheSameMarginAloneAndInABatch() {
    try (ScoringEngine engine = SmallModel.engine()) {
      FeatureMatrix rows = SmallModel.rows(100, 4);
      float[] together = engine.margins(rows);
      for (int row = 0; row < 100; row++) {
        assertThat(engine.margins(rows.select(new int[] {row}))).containsExactly(together[row]);
      }
    }
  }

  @Test
  void threadsShareOneModel() throws InterruptedException, ExecutionException {
    try (ScoringEngine engine = SmallModel.engine();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      FeatureMatrix rows = SmallModel.rows(50, 5);
      float[] alone = engine.margins(rows);
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> engine.margins(rows)));
        answers.add(threads.submit(() -> marginsOf(engine.contributions(rows), alone)));
      }
      for (Future<float[]> answer : answers) {
        assertThat(answer.get()).containsExactly(alone);
      }
    }
  }

  /** The margins expected, where the contributions explain them. */
  private static float[] marginsOf(Contributions contributions, float[] expected) {
    float[] margins = new float[expected.length];
    for (int row = 0; row < margins.length; row++) {
      boolean explained = Math.abs(contributions.margin(row) - expected[row]) < 1e-4;
      margins[row] = explained ? expected[row] : Float.NaN;
    }
    return margins;
  }

  @Test
  void noRowsNeedNoCall() {
    try (ScoringEngine engine = SmallModel.engine()) {
      FeatureMatrix none = new FeatureMatrix(new float[0], 0, SmallModel.FEATURES);
      assertThat(engine.margins(none)).isEmpty();
      assertThat(engine.contributions(none).rows()).isZero();
    }
  }

  @Test
  void rowsWithOtherFeaturesAreRefused() {
    try (ScoringEngine engine = SmallModel.engine()) {
      FeatureMatrix wide = new FeatureMatrix(new float[8], 2, 4);
      assertThatThrownBy(() -> engine.margins(wide))
          .isInstanceOf(BadRequest.class)
          .hasMessage("number of features is 4; expected the model's 3.");
      assertThatThrownBy(() -> engine.contributions(wide)).isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void infiniteValuesAreRefused() {
    assertThatThrownBy(() -> new FeatureMatrix(new float[] {1, Float.POSITIVE_INFINITY}, 1, 2))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("row 0, feature 1");
  }

  @Test
  void closedModelRefusesInsteadOfReadingFreedMemory() {
    ScoringEngine engine = SmallModel.engine();
    engine.close();
    engine.close();
    assertThatThrownBy(() -> engine.margins(SmallModel.rows(1, 6)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model is closed");
  }
}
