package io.outlay.domain.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * What counts as leaving. Days are UTC days.
 *
 * @param activeDays asked of users who were active on one of so many days up to the day itself
 * @param inactiveRunDays a user has left with so many inactive days in a row
 * @param horizonDays such a run begins on one of so many days after the day itself
 * @param survivalDays times for which the probability to have left is told, rising
 */
public record ChurnSettings(
    int activeDays, int inactiveRunDays, int horizonDays, List<Integer> survivalDays, Costs costs) {

  static final ChurnSettings DEFAULTS =
      new ChurnSettings(
          14, 14, 30, List.of(7, 30, 90), new Costs(BigDecimal.valueOf(1), BigDecimal.valueOf(4)));

  /** Refuses what cannot be computed, naming the setting. */
  public ChurnSettings {
    SettingCheck.between("riskSettings.churn.activeDays", activeDays, 1, 90);
    SettingCheck.between("riskSettings.churn.inactiveRunDays", inactiveRunDays, 1, 90);
    SettingCheck.between("riskSettings.churn.horizonDays", horizonDays, 1, 180);
    survivalDays = SettingCheck.rising("riskSettings.churn.survivalDays", survivalDays, 1, 365);
    costs.check("riskSettings.churn.costs");
  }

  /** Days after which an outcome is known: those of the horizon and of the last run. */
  public int ripeAfterDays() {
    return horizonDays + inactiveRunDays;
  }
}
