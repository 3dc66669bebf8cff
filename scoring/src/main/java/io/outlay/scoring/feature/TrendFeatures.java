package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.BUYERS;
import static io.outlay.scoring.feature.Declared.STAYING;
import static io.outlay.scoring.feature.Declared.actionable;
import static io.outlay.scoring.feature.Declared.trend;
import static io.outlay.scoring.feature.FeatureUnit.SHARE;

import io.outlay.domain.useractivity.Measure;
import java.util.List;

/** Whether it becomes more or less: 1 means as before. */
final class TrendFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          actionable(
              ALL,
              "actions_trend_7_30",
              SHARE,
              trend(Measure.ACTIONS, 7, 30),
              "Things done a day in the last 7 days, over those a day in the last 30",
              "최근 7일 하루 평균 행동 수 ÷ 최근 30일 하루 평균 행동 수"),
          actionable(
              STAYING,
              "actions_trend_30_90",
              SHARE,
              trend(Measure.ACTIONS, 30, 90),
              "Things done a day in the last 30 days, over those a day in the last 90",
              "최근 30일 하루 평균 행동 수 ÷ 최근 90일 하루 평균 행동 수"),
          actionable(
              STAYING,
              "sessions_trend_7_30",
              SHARE,
              trend(Measure.SESSIONS, 7, 30),
              "Sessions a day in the last 7 days, over those a day in the last 30",
              "최근 7일 하루 평균 세션 수 ÷ 최근 30일 하루 평균 세션 수"),
          actionable(
              STAYING,
              "session_minutes_trend_7_30",
              SHARE,
              trend(Measure.SESSION_SECONDS, 7, 30),
              "Minutes in sessions a day in the last 7 days, over those a day in the last 30",
              "최근 7일 하루 평균 세션 시간 ÷ 최근 30일 하루 평균 세션 시간"),
          actionable(
              BUYERS,
              "amount_trend_30_90",
              SHARE,
              trend(Measure.PURCHASE_MICROS, 30, 90),
              "Amount bought a day in the last 30 days, over that a day in the last 90",
              "최근 30일 하루 평균 구매액 ÷ 최근 90일 하루 평균 구매액"));

  private TrendFeatures() {}
}
