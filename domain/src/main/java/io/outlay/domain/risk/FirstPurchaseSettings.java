package io.outlay.domain.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * What counts as buying for the first time.
 *
 * @param agesDays ages since sign-up at which users are learned from, in whole days, rising
 * @param horizonDays a purchase within so many days
 * @param isRefundCounted whether a purchase counts that was wholly given back within the horizon
 */
public record FirstPurchaseSettings(
    List<Integer> agesDays, int horizonDays, boolean isRefundCounted, Costs costs) {

  static final FirstPurchaseSettings DEFAULTS =
      new FirstPurchaseSettings(
          List.of(0, 1, 3), 14, false, new Costs(BigDecimal.valueOf(1), BigDecimal.valueOf(9)));

  /** Refuses what cannot be computed, naming the setting. */
  public FirstPurchaseSettings {
    agesDays = SettingCheck.rising("riskSettings.firstPurchase.agesDays", agesDays, 0, 90);
    SettingCheck.between("riskSettings.firstPurchase.horizonDays", horizonDays, 1, 90);
    costs.check("riskSettings.firstPurchase.costs");
  }
}
