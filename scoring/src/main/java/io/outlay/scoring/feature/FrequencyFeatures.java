package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.STAYING;
import static io.outlay.scoring.feature.Declared.actionable;
import static io.outlay.scoring.feature.Declared.days;
import static io.outlay.scoring.feature.Declared.given;
import static io.outlay.scoring.feature.Declared.share;
import static io.outlay.scoring.feature.Declared.sum;
import static io.outlay.scoring.feature.FeatureUnit.DAYS;
import static io.outlay.scoring.feature.FeatureUnit.LEVEL;
import static io.outlay.scoring.feature.FeatureUnit.MINUTES;
import static io.outlay.scoring.feature.FeatureUnit.TIMES;

import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.feature.Computation.HighestLevel;
import java.util.List;

/** How often the user comes, for how long, and how far. */
final class FrequencyFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          actionable(
              ALL,
              "actions_1d",
              TIMES,
              sum(Measure.ACTIONS, 1),
              "Things the user did in the day so far",
              "오늘 동안 한 행동 수"),
          actionable(
              ALL,
              "actions_7d",
              TIMES,
              sum(Measure.ACTIONS, 7),
              "Things the user did in the last 7 days",
              "최근 7일 동안 한 행동 수"),
          actionable(
              ALL,
              "actions_30d",
              TIMES,
              sum(Measure.ACTIONS, 30),
              "Things the user did in the last 30 days",
              "최근 30일 동안 한 행동 수"),
          actionable(
              ALL,
              "actions_90d",
              TIMES,
              sum(Measure.ACTIONS, 90),
              "Things the user did in the last 90 days",
              "최근 90일 동안 한 행동 수"),
          actionable(
              ALL,
              "active_days_7d",
              DAYS,
              days(Measure.ACTIONS, 7),
              "Days with any activity in the last 7 days",
              "최근 7일 중 활동한 일수"),
          actionable(
              ALL,
              "active_days_30d",
              DAYS,
              days(Measure.ACTIONS, 30),
              "Days with any activity in the last 30 days",
              "최근 30일 중 활동한 일수"),
          actionable(
              ALL,
              "active_days_90d",
              DAYS,
              days(Measure.ACTIONS, 90),
              "Days with any activity in the last 90 days",
              "최근 90일 중 활동한 일수"),
          actionable(
              STAYING,
              "sessions_1d",
              TIMES,
              sum(Measure.SESSIONS, 1),
              "Sessions in the day so far",
              "오늘 동안의 세션 수"),
          actionable(
              ALL,
              "sessions_7d",
              TIMES,
              sum(Measure.SESSIONS, 7),
              "Sessions in the last 7 days",
              "최근 7일 동안의 세션 수"),
          actionable(
              ALL,
              "sessions_30d",
              TIMES,
              sum(Measure.SESSIONS, 30),
              "Sessions in the last 30 days",
              "최근 30일 동안의 세션 수"),
          actionable(
              STAYING,
              "sessions_90d",
              TIMES,
              sum(Measure.SESSIONS, 90),
              "Sessions in the last 90 days",
              "최근 90일 동안의 세션 수"),
          actionable(
              ALL,
              "session_minutes_7d",
              MINUTES,
              sum(Measure.SESSION_SECONDS, 7),
              "Minutes in sessions that ended in the last 7 days",
              "최근 7일 동안 끝난 세션의 총 시간(분)"),
          actionable(
              STAYING,
              "session_minutes_30d",
              MINUTES,
              sum(Measure.SESSION_SECONDS, 30),
              "Minutes in sessions that ended in the last 30 days",
              "최근 30일 동안 끝난 세션의 총 시간(분)"),
          actionable(
              ALL,
              "minutes_per_session_30d",
              MINUTES,
              share(sum(Measure.SESSION_SECONDS, 30), sum(Measure.SESSIONS, 30)),
              "Minutes a session lasted on average in the last 30 days",
              "최근 30일 세션당 평균 시간(분)"),
          actionable(
              STAYING,
              "levels_7d",
              TIMES,
              sum(Measure.LEVELS, 7),
              "Levels reached in the last 7 days",
              "최근 7일 동안 달성한 레벨 수"),
          actionable(
              STAYING,
              "levels_30d",
              TIMES,
              sum(Measure.LEVELS, 30),
              "Levels reached in the last 30 days",
              "최근 30일 동안 달성한 레벨 수"),
          given(
              ALL,
              "highest_level",
              LEVEL,
              new HighestLevel(),
              "Highest level ever reached",
              "지금까지 달성한 최고 레벨"),
          actionable(
              STAYING,
              "custom_events_30d",
              TIMES,
              sum(Measure.CUSTOM_EVENTS, 30),
              "Events of the company's own kinds in the last 30 days",
              "최근 30일 동안의 회사 자체 이벤트 수"));

  private FrequencyFeatures() {}
}
