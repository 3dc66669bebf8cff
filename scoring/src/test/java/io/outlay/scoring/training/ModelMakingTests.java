package io.outlay.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.ModelPart;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.train.BoostingParameters;
import io.outlay.scoring.train.IsotonicCalibration;
import io.outlay.scoring.train.LabelFrequencyCalibration;
import io.outlay.scoring.train.PlattCalibration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ModelMakingTests {

  private static final Costs COSTS = new Costs(BigDecimal.ONE, BigDecimal.valueOf(4));
  private static final Stakes STAKES = new Stakes(COSTS, 1);

  @Test
  void equalRowsAndSeedMakeEqualModelsByteForByte() {
    MadeModel one = make(SeededTable.of(RiskKind.CHURN, 2_000, 5), STAKES);
    MadeModel other = make(SeededTable.of(RiskKind.CHURN, 2_000, 5), STAKES);
    MadeModel another = make(SeededTable.of(RiskKind.CHURN, 2_000, 6), STAKES);

    assertThat(bytes(other)).isEqualTo(bytes(one)).isNotEqualTo(bytes(another));
    assertThat(other.recipe().toJson()).isEqualTo(one.recipe().toJson());
    assertThat(other.metrics()).isEqualTo(one.metrics());
    assertThat(other.card()).isEqualTo(one.card());
    assertThat(other.parameters()).isEqualTo(one.parameters());
  }

  @Test
  void figuresOfTheNewestRowsAreThoseOfTheLawBehindThem() {
    ModelMetrics metrics = make(SeededTable.of(RiskKind.CHURN, 8_000, 2), STAKES).metrics();

    assertThat(metrics.rows()).isEqualTo(1_200);
    assertThat(metrics.rocAuc()).isBetween(0.78, 0.90);
    assertThat(metrics.calibrationSlope()).isCloseTo(1, within(0.2));
    assertThat(metrics.observedToExpected()).isCloseTo(1, within(0.12));
    assertThat(metrics.ece()).isLessThan(0.05);
    assertThat(metrics.liftAt10Percent()).isGreaterThan(1.5);
    assertThat(Objects.requireNonNull(metrics.survival()).harrellC()).isGreaterThan(0.7);
    assertThat(metrics.survival().unoC()).isGreaterThan(0.7);
    assertThat(metrics.anomaly()).isNull();
    assertThat(metrics.segments())
        .extracting(ModelMetrics.Segment::name)
        .containsExactly("(unknown)", "META");
    assertThat(metrics.segments().stream().mapToInt(ModelMetrics.Segment::rows).sum())
        .isEqualTo(1_200);
    assertThat(ModelMetrics.parse(metrics.toJson())).isEqualTo(metrics);
  }

  @Test
  void theThresholdFollowsFromWhatMistakesCostAndSavesAgainstBothExtremes() {
    MadeModel made = make(SeededTable.of(RiskKind.FIRST_PURCHASE, 6_000, 2), STAKES);
    ModelMetrics metrics = made.metrics();

    assertThat(metrics.confusion().threshold()).isEqualTo(0.2);
    assertThat(made.recipe().bands().threshold()).isEqualTo(0.2);
    assertThat(metrics.costs().atThreshold())
        .isLessThan(metrics.costs().actingOnNobody())
        .isLessThan(metrics.costs().actingOnEverybody());
    ModelMetrics.Confusion counts = metrics.confusion();
    BigDecimal byHand =
        BigDecimal.valueOf(counts.falsePositives() + 4L * counts.falseNegatives())
            .multiply(BigDecimal.valueOf(1_000))
            .divide(BigDecimal.valueOf(900), 6, RoundingMode.HALF_EVEN);
    assertThat(metrics.costs().atThreshold()).isEqualByComparingTo(byHand);
    assertThat(counts.truePositives() + counts.falseNegatives()).isEqualTo(metrics.positives());
  }

  @Test
  void fewPositivesAreCalibratedByALineManyByACurve() {
    assertThat(make(SeededTable.of(RiskKind.CHURN, 2_000, 3), STAKES).recipe().calibration())
        .isInstanceOf(PlattCalibration.class);
    assertThat(make(SeededTable.of(RiskKind.CHURN, 20_000, 3), STAKES).recipe().calibration())
        .isInstanceOf(IsotonicCalibration.class);
  }

  @Test
  void fraudIsCorrectedForMissingLabelsAndHasAForestBeside() {
    Stakes halfLabelled = new Stakes(COSTS, 0.5);
    MadeModel made = make(SeededTable.of(RiskKind.FRAUD, 3_000, 4), halfLabelled);

    LabelFrequencyCalibration calibration = (LabelFrequencyCalibration) made.recipe().calibration();
    double labelled = calibration.labelled().probability(-2);
    assertThat(calibration.probability(-2)).isCloseTo(2 * labelled, within(0.001));
    assertThat(calibration.probability(9)).isLessThan(1);
    assertThat(calibration.probability(9)).isGreaterThan(calibration.probability(8));
    assertThat(made.files())
        .extracting(ModelFileContent::part)
        .containsExactly(ModelPart.MODEL, ModelPart.ANOMALY);
    assertThat(made.metrics().anomaly()).isNotNull();
    assertThat(made.card()).contains("0.5 of the positives are labelled");
  }

  @Test
  void churnHasAModelOfTimesBeside() {
    MadeModel made = make(SeededTable.of(RiskKind.CHURN, 3_000, 7), STAKES);

    assertThat(made.files())
        .extracting(ModelFileContent::part)
        .containsExactly(ModelPart.MODEL, ModelPart.SURVIVAL);
    assertThat(made.recipe().survival()).isNotNull();
    assertThat(made.card())
        .contains("A user leaves within 30 days.", "C (Uno)", "`idle_days`: idle days");
  }

  @Test
  void tooLittleToLearnFromOrToJudgeByIsRefusedInWords() {
    assertThatThrownBy(() -> make(SeededTable.of(RiskKind.CHURN, 30, 1), STAKES))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("rows of the newest period");
    assertThatThrownBy(() -> make(SeededTable.of(RiskKind.CHURN, 90, 1), STAKES))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("at least 5 of each");
  }

  @Test
  void progressRisesAndWhatItThrowsEndsTheWork() {
    Queue<Double> told = new ConcurrentLinkedQueue<>();
    TrainingTable table = SeededTable.of(RiskKind.CHURN, 2_000, 1);
    new ModelMaking(table, STAKES, BoostingParameters.DEFAULT, 1, told::add).make();

    assertThat(told).isNotEmpty().allMatch(share -> share >= 0 && share <= 1);
    assertThatThrownBy(
            () ->
                new ModelMaking(
                        table,
                        STAKES,
                        BoostingParameters.DEFAULT,
                        1,
                        share -> {
                          throw new CancellationException("taken away");
                        })
                    .make())
        .hasMessage("taken away");
  }

  private static MadeModel make(TrainingTable table, Stakes stakes) {
    return new ModelMaking(table, stakes, BoostingParameters.DEFAULT, 1, share -> {}).make();
  }

  private static List<String> bytes(MadeModel made) {
    return made.files().stream().map(file -> HexFormat.of().formatHex(file.bytes())).toList();
  }
}
