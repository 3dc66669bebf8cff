package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.risk.RiskSettings;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;

/** Reads and writes a row of settings. */
final class RiskSettingsRows {

  static final String COLUMNS =
      """
      churn_active_days, churn_inactive_run_days, churn_horizon_days, churn_survival_days,
      churn_false_alarm_cost, churn_miss_cost, purchase_ages_days, purchase_horizon_days,
      purchase_counts_refunded, purchase_false_alarm_cost, purchase_miss_cost,
      fraud_active_days, fraud_ripe_after_days, fraud_label_frequency, fraud_review_share, fraud_false_alarm_cost,
      fraud_miss_cost, events_late_after_hours\
      """;

  private RiskSettingsRows() {}

  static RiskSettings toSettings(Readable row) {
    return new RiskSettings(
        new ChurnSettings(
            number(row, "churn_active_days"),
            number(row, "churn_inactive_run_days"),
            number(row, "churn_horizon_days"),
            numbers(row, "churn_survival_days"),
            costs(row, "churn")),
        new FirstPurchaseSettings(
            numbers(row, "purchase_ages_days"),
            number(row, "purchase_horizon_days"),
            Rows.get(row, "purchase_counts_refunded", Boolean.class),
            costs(row, "purchase")),
        new FraudSettings(
            number(row, "fraud_active_days"),
            number(row, "fraud_ripe_after_days"),
            decimal(row, "fraud_label_frequency"),
            decimal(row, "fraud_review_share"),
            costs(row, "fraud")),
        number(row, "events_late_after_hours"));
  }

  static List<Object> values(OrganizationId organization, RiskSettings settings) {
    ChurnSettings churn = settings.churn();
    FirstPurchaseSettings purchase = settings.firstPurchase();
    FraudSettings fraud = settings.fraud();
    return List.of(
        organization.value(),
        churn.activeDays(),
        churn.inactiveRunDays(),
        churn.horizonDays(),
        churn.survivalDays().toArray(Integer[]::new),
        churn.costs().falseAlarm(),
        churn.costs().miss(),
        purchase.agesDays().toArray(Integer[]::new),
        purchase.horizonDays(),
        purchase.isRefundCounted(),
        purchase.costs().falseAlarm(),
        purchase.costs().miss(),
        fraud.activeDays(),
        fraud.ripeAfterDays(),
        fraud.labelFrequency(),
        fraud.reviewShare(),
        fraud.costs().falseAlarm(),
        fraud.costs().miss(),
        settings.eventsLateAfterHours());
  }

  private static Costs costs(Readable row, String kind) {
    return new Costs(decimal(row, kind + "_false_alarm_cost"), decimal(row, kind + "_miss_cost"));
  }

  private static int number(Readable row, String column) {
    return Rows.get(row, column, Integer.class);
  }

  private static List<Integer> numbers(Readable row, String column) {
    return List.of(Rows.get(row, column, Integer[].class));
  }

  private static BigDecimal decimal(Readable row, String column) {
    return Rows.get(row, column, BigDecimal.class);
  }
}
