package io.outlay.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.XgboostEngine;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.training.SeededTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForeignModelTests {

  private static final byte[] FILE =
      SeededTable.model(RiskKind.FIRST_PURCHASE, 21).files().getFirst().bytes();
  private static final ForeignModel.BackgroundSource BACK =
      (features, samples) -> Background.of(samples);
  private static final List<String> NAMES = SeededTable.FEATURES.names();

  @Test
  void rowsThatComeOutTheSameMakeAModel() {
    NewRiskModel made = model(NAMES, samples(0), 0.3).checked(SeededTable.FEATURES, 0.1, BACK, "a");

    assertThat(made.origin()).isEqualTo(ModelOrigin.IMPORTED);
    assertThat(made.files().getFirst().name()).isEqualTo("model.ubj");
    assertThat(ModelRecipe.parse(made.recipe()).bands().threshold()).isEqualTo(0.3);
    assertThat(made.card()).contains("2 sample rows", "`sessions`");
  }

  @Test
  void withoutAThresholdOfItsOwnItActsByTheCosts() {
    NewRiskModel made =
        model(NAMES, samples(0), null).checked(SeededTable.FEATURES, 0.1, BACK, "a");

    assertThat(ModelRecipe.parse(made.recipe()).bands().threshold()).isEqualTo(0.1);
  }

  @Test
  void whatIsOffByMoreThanRoundingIsRefusedWithTheRow() {
    model(NAMES, samples(5e-6), null).checked(SeededTable.FEATURES, 0.1, BACK, "a");

    assertThatThrownBy(
            () -> model(NAMES, samples(2e-5), null).checked(SeededTable.FEATURES, 0.1, BACK, "a"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("row 0 what the model says here");
  }

  @Test
  void featuresThatAreNotComputedOrStandInAnotherOrderAreRefused() {
    assertThatThrownBy(
            () ->
                model(List.of("sessions", "idle_days", "levels"), samples(0), null)
                    .checked(SeededTable.FEATURES, 0.1, BACK, "a"))
        .hasMessageContaining("feature 0 of the model");
    assertThatThrownBy(
            () ->
                model(List.of("idle_days", "idle_days", "levels"), samples(0), null)
                    .checked(SeededTable.FEATURES, 0.1, BACK, "a"))
        .hasMessageContaining("each feature once");
  }

  @Test
  void cellsThatAreNoNumbersAndMissingColumnsAreRefused() {
    assertThatThrownBy(() -> parsed("idle_days,sessions,levels,output\n1,many,3,0.5"))
        .hasMessageContaining("a number in column sessions, row 0");
    assertThatThrownBy(() -> parsed("idle_days,sessions,levels\n1,2,3"))
        .hasMessageContaining("a column output too");
    assertThatThrownBy(() -> parsed("idle_days,sessions,levels,output\n"))
        .hasMessageContaining("1 to 1000");
    assertThat(parsed("output,levels,sessions,idle_days\n0.5,3,,1").rows().at(0, 0)).isEqualTo(1);
  }

  private static ForeignModel model(
      List<String> names, SampleRows samples, @Nullable Double threshold) {
    return new ForeignModel(
        RiskKind.FIRST_PURCHASE, FILE, names, samples, Calibration.none(), threshold);
  }

  private static SampleRows samples(double wrongBy) {
    FeatureMatrix rows = new FeatureMatrix(new float[] {1, 2, 3, Float.NaN, 0, 1}, 2, 3);
    try (XgboostEngine engine = XgboostEngine.load(ModelFile.read(FILE))) {
      double[] outputs = engine.outputs(rows);
      outputs[0] += wrongBy;
      return new SampleRows(rows, outputs);
    }
  }

  private static SampleRows parsed(String csv) {
    return SampleRows.parse(csv.getBytes(StandardCharsets.UTF_8), NAMES);
  }
}
