package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.BUYERS;
import static io.outlay.scoring.feature.Declared.STAYING;
import static io.outlay.scoring.feature.Declared.actionable;
import static io.outlay.scoring.feature.Declared.given;
import static io.outlay.scoring.feature.FeatureUnit.DAYS;

import io.outlay.domain.useractivity.Moment;
import io.outlay.scoring.feature.Computation.Between;
import io.outlay.scoring.feature.Computation.Since;
import java.util.List;

/** How long ago things happened, and how long the user has been here. */
final class RecencyFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          actionable(
              ALL,
              "days_since_active",
              DAYS,
              new Since(Moment.LAST_ACTIVE),
              "Days since the user last did anything",
              "마지막 활동 이후 지난 일수"),
          actionable(
              STAYING,
              "days_since_session",
              DAYS,
              new Since(Moment.LAST_SESSION),
              "Days since the last session began",
              "마지막 세션 시작 이후 지난 일수"),
          actionable(
              BUYERS,
              "days_since_purchase",
              DAYS,
              new Since(Moment.LAST_PURCHASE),
              "Days since the last purchase",
              "마지막 구매 이후 지난 일수"),
          given(
              BUYERS,
              "days_since_refund",
              DAYS,
              new Since(Moment.LAST_REFUND),
              "Days since the last refund",
              "마지막 환불 이후 지난 일수"),
          actionable(
              ALL,
              "days_since_payment_failure",
              DAYS,
              new Since(Moment.LAST_PAYMENT_FAILURE),
              "Days since a payment last failed",
              "마지막 결제 실패 이후 지난 일수"),
          given(
              BUYERS,
              "days_since_report",
              DAYS,
              new Since(Moment.LAST_REPORT),
              "Days since another user last complained about this one",
              "다른 사용자에게 마지막으로 신고된 이후 지난 일수"),
          given(
              STAYING,
              "days_since_click",
              DAYS,
              new Since(Moment.LAST_CLICK),
              "Days since the user last clicked an advertisement",
              "마지막 광고 클릭 이후 지난 일수"),
          given(
              ALL,
              "days_since_sign_up",
              DAYS,
              new Since(Moment.SIGNED_UP),
              "Days since sign-up",
              "가입 이후 지난 일수"),
          given(
              ALL,
              "days_since_first_seen",
              DAYS,
              new Since(Moment.FIRST_SEEN),
              "Days since anything was first known of the user",
              "처음 확인된 이후 지난 일수"),
          given(
              STAYING,
              "days_since_install",
              DAYS,
              new Since(Moment.INSTALLED),
              "Days since the app was installed",
              "앱 설치 이후 지난 일수"),
          given(
              BUYERS,
              "days_to_first_purchase",
              DAYS,
              new Between(Moment.SIGNED_UP, Moment.FIRST_PURCHASE),
              "Days from sign-up to the first purchase",
              "가입부터 첫 구매까지 걸린 일수"));

  private RecencyFeatures() {}
}
