package io.outlay.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskSettingsTests {

  private static final Costs COSTS = new Costs(BigDecimal.ONE, BigDecimal.TEN);

  @Test
  void theThresholdIsWhereActingAndNotActingCostTheSame() {
    Costs costs = new Costs(new BigDecimal("2"), new BigDecimal("6"));
    double threshold = costs.threshold();
    assertThat(threshold).isEqualTo(.25);
    assertThat((1 - threshold) * 2).isCloseTo(threshold * 6, within(1e-12));
  }

  @Test
  void outcomesOfChurnRipenAfterHorizonAndRun() {
    assertThat(RiskSettings.DEFAULTS.ripeAfterDays(RiskKind.CHURN)).isEqualTo(44);
    assertThat(RiskSettings.DEFAULTS.ripeAfterDays(RiskKind.FIRST_PURCHASE)).isEqualTo(14);
    assertThat(RiskSettings.DEFAULTS.ripeAfterDays(RiskKind.FRAUD)).isEqualTo(60);
  }

  @Test
  void whatCannotBeIsRefusedWithItsNameItsValueAndWhatWouldBeRight() {
    refused(
        () -> new ChurnSettings(91, 14, 30, List.of(7), COSTS),
        "riskSettings.churn.activeDays is 91; expected a whole number from 1 to 90.");
    refused(
        () -> new ChurnSettings(14, 0, 30, List.of(7), COSTS),
        "riskSettings.churn.inactiveRunDays is 0; expected a whole number from 1 to 90.");
    refused(
        () -> new ChurnSettings(14, 14, 30, List.of(30, 7), COSTS),
        "riskSettings.churn.survivalDays is [30, 7]; expected 1 to 10 rising whole numbers from 1"
            + " to 365.");
    refused(
        () -> new FirstPurchaseSettings(List.of(), 14, false, COSTS),
        "riskSettings.firstPurchase.agesDays is []; expected 1 to 10 rising whole numbers from 0 to"
            + " 90.");
    refused(
        () -> new FraudSettings(30, 60, BigDecimal.ZERO, BigDecimal.ZERO, COSTS),
        "riskSettings.fraud.labelFrequency is 0; expected a share from 0.01 to 1.");
    refused(
        () -> new FraudSettings(30, 60, BigDecimal.ONE, new BigDecimal("0.21"), COSTS),
        "riskSettings.fraud.reviewShare is 0.21; expected a share from 0 to 0.2.");
    refused(
        () ->
            new FraudSettings(
                30,
                60,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new Costs(BigDecimal.ZERO, BigDecimal.ONE)),
        "riskSettings.fraud.costs.falseAlarm is 0; expected an amount above 0 and up to 1000000000"
            + " with at most 6 decimals.");
  }

  @Test
  void theProbabilityOfALabelIsCorrectedByTheShareOfAbusersThatGetOne() {
    FraudSettings half = new FraudSettings(30, 60, new BigDecimal("0.5"), BigDecimal.ZERO, COSTS);
    assertThat(half.corrected(.2)).isEqualTo(.4);
    assertThat(half.corrected(.8)).isEqualTo(1);
    assertThat(RiskSettings.DEFAULTS.fraud().corrected(.3)).isEqualTo(.3);
  }

  @Test
  void trailingZerosMakeNoDifference() {
    assertThat(new Costs(new BigDecimal("1.500"), new BigDecimal("10.0")))
        .isEqualTo(new Costs(new BigDecimal("1.5"), BigDecimal.TEN));
  }

  private static void refused(Runnable making, String message) {
    assertThatThrownBy(making::run).isInstanceOf(BadRequest.class).hasMessage(message);
  }
}
