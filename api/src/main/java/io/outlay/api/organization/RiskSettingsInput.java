package io.outlay.api.organization;

import static java.util.Objects.requireNonNullElse;

import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.risk.RiskSettings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions to change as a caller writes them; null stays. */
record RiskSettingsInput(
    @Nullable Churn churn,
    @Nullable FirstPurchase firstPurchase,
    @Nullable Fraud fraud,
    @Nullable Integer eventsLateAfterHours) {

  /** The settings with what is asked; refuses what cannot be. */
  RiskSettings changed(RiskSettings before) {
    return new RiskSettings(
        churn == null ? before.churn() : churn.changed(before.churn()),
        firstPurchase == null
            ? before.firstPurchase()
            : firstPurchase.changed(before.firstPurchase()),
        fraud == null ? before.fraud() : fraud.changed(before.fraud()),
        requireNonNullElse(eventsLateAfterHours, before.eventsLateAfterHours()));
  }

  /** What counts as leaving. */
  record Churn(
      @Nullable Integer activeDays,
      @Nullable Integer inactiveRunDays,
      @Nullable Integer horizonDays,
      @Nullable List<Integer> survivalDays,
      @Nullable CostsInput costs) {

    ChurnSettings changed(ChurnSettings before) {
      return new ChurnSettings(
          requireNonNullElse(activeDays, before.activeDays()),
          requireNonNullElse(inactiveRunDays, before.inactiveRunDays()),
          requireNonNullElse(horizonDays, before.horizonDays()),
          requireNonNullElse(survivalDays, before.survivalDays()),
          CostsInput.changed(costs, before.costs()));
    }
  }

  /** What counts as buying for the first time. */
  record FirstPurchase(
      @Nullable List<Integer> agesDays,
      @Nullable Integer horizonDays,
      @Nullable Boolean isRefundCounted,
      @Nullable CostsInput costs) {

    FirstPurchaseSettings changed(FirstPurchaseSettings before) {
      return new FirstPurchaseSettings(
          requireNonNullElse(agesDays, before.agesDays()),
          requireNonNullElse(horizonDays, before.horizonDays()),
          requireNonNullElse(isRefundCounted, before.isRefundCounted()),
          CostsInput.changed(costs, before.costs()));
    }
  }

  /** What is known of abusers. */
  record Fraud(
      @Nullable Integer activeDays,
      @Nullable Integer ripeAfterDays,
      @Nullable BigDecimal labelFrequency,
      @Nullable BigDecimal reviewShare,
      @Nullable CostsInput costs) {

    FraudSettings changed(FraudSettings before) {
      return new FraudSettings(
          requireNonNullElse(activeDays, before.activeDays()),
          requireNonNullElse(ripeAfterDays, before.ripeAfterDays()),
          requireNonNullElse(labelFrequency, before.labelFrequency()),
          requireNonNullElse(reviewShare, before.reviewShare()),
          CostsInput.changed(costs, before.costs()));
    }
  }

  /** What mistakes cost. */
  record CostsInput(@Nullable BigDecimal falseAlarm, @Nullable BigDecimal miss) {

    static Costs changed(@Nullable CostsInput asked, Costs before) {
      return asked == null
          ? before
          : new Costs(
              requireNonNullElse(asked.falseAlarm, before.falseAlarm()),
              requireNonNullElse(asked.miss, before.miss()));
    }
  }
}
