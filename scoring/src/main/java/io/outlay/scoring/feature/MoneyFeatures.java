package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.BUYERS;
import static io.outlay.scoring.feature.Declared.actionable;
import static io.outlay.scoring.feature.Declared.given;
import static io.outlay.scoring.feature.Declared.share;
import static io.outlay.scoring.feature.Declared.sum;
import static io.outlay.scoring.feature.Declared.total;
import static io.outlay.scoring.feature.FeatureUnit.MONEY;
import static io.outlay.scoring.feature.FeatureUnit.SHARE;
import static io.outlay.scoring.feature.FeatureUnit.TIMES;

import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.feature.Computation.Plus;
import java.util.List;

/** What the user bought, gave back and could not pay. */
final class MoneyFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          actionable(
              BUYERS,
              "purchases_7d",
              TIMES,
              sum(Measure.PURCHASES, 7),
              "Purchases in the last 7 days",
              "최근 7일 동안의 구매 횟수"),
          actionable(
              BUYERS,
              "purchases_30d",
              TIMES,
              sum(Measure.PURCHASES, 30),
              "Purchases in the last 30 days",
              "최근 30일 동안의 구매 횟수"),
          actionable(
              BUYERS,
              "purchases_90d",
              TIMES,
              sum(Measure.PURCHASES, 90),
              "Purchases in the last 90 days",
              "최근 90일 동안의 구매 횟수"),
          given(
              BUYERS,
              "purchases_total",
              TIMES,
              total(Measure.PURCHASES),
              "Purchases in all",
              "전체 구매 횟수"),
          actionable(
              BUYERS,
              "amount_7d",
              MONEY,
              sum(Measure.PURCHASE_MICROS, 7),
              "Amount bought in the last 7 days",
              "최근 7일 동안의 구매액"),
          actionable(
              BUYERS,
              "amount_30d",
              MONEY,
              sum(Measure.PURCHASE_MICROS, 30),
              "Amount bought in the last 30 days",
              "최근 30일 동안의 구매액"),
          actionable(
              BUYERS,
              "amount_90d",
              MONEY,
              sum(Measure.PURCHASE_MICROS, 90),
              "Amount bought in the last 90 days",
              "최근 90일 동안의 구매액"),
          given(
              BUYERS,
              "amount_total",
              MONEY,
              total(Measure.PURCHASE_MICROS),
              "Amount bought in all",
              "전체 구매액"),
          given(
              BUYERS,
              "amount_per_purchase",
              MONEY,
              share(total(Measure.PURCHASE_MICROS), total(Measure.PURCHASES)),
              "Amount of a purchase on average",
              "구매당 평균 금액"),
          given(
              BUYERS,
              "refunds_90d",
              TIMES,
              sum(Measure.REFUNDS, 90),
              "Refunds in the last 90 days",
              "최근 90일 동안의 환불 횟수"),
          given(
              BUYERS, "refunds_total", TIMES, total(Measure.REFUNDS), "Refunds in all", "전체 환불 횟수"),
          given(
              BUYERS,
              "share_refunded",
              SHARE,
              share(total(Measure.REFUND_MICROS), total(Measure.PURCHASE_MICROS)),
              "Amount refunded over amount bought",
              "구매액 대비 환불액의 비율"),
          actionable(
              ALL,
              "payment_failures_7d",
              TIMES,
              sum(Measure.PAYMENT_FAILURES, 7),
              "Payments that failed in the last 7 days",
              "최근 7일 동안의 결제 실패 횟수"),
          actionable(
              ALL,
              "payment_failures_90d",
              TIMES,
              sum(Measure.PAYMENT_FAILURES, 90),
              "Payments that failed in the last 90 days",
              "최근 90일 동안의 결제 실패 횟수"),
          actionable(
              BUYERS,
              "share_failed_90d",
              SHARE,
              share(
                  sum(Measure.PAYMENT_FAILURES, 90),
                  new Plus(sum(Measure.PAYMENT_FAILURES, 90), sum(Measure.PURCHASES, 90))),
              "Share of payments that failed in the last 90 days",
              "최근 90일 동안 실패한 결제의 비율"));

  private MoneyFeatures() {}
}
