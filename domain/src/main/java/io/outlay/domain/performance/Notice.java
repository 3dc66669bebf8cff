package io.outlay.domain.performance;

import io.outlay.domain.organization.Language;

/** What a reader of figures must know about them. */
public enum Notice {
  MIXED_CONVERSION_KINDS(
      "Conversions of different kinds are added: the accounts have different goals.",
      "계정마다 목표가 달라 서로 다른 종류의 전환이 합산되었습니다."),
  MIXED_TIME_ZONES(
      "Days of different time zones are added: each account's days are its own.",
      "계정마다 고유한 날짜 기준을 사용하므로 서로 다른 시간대의 하루가 합산되었습니다."),
  PARTIAL_PERIODS(
      "Periods at the edge of the range are cut and marked as partial.",
      "범위 경계의 기간은 잘렸으며 일부 기간으로 표시됩니다."),
  PERIOD_CUT_LEFT_OUT(
      "Figures that exist only for longer periods are left out, because the range or the"
          + " granularity cuts those periods.",
      "더 긴 기간 단위로만 제공되는 수치는 범위나 단위가 그 기간을 자르기 때문에 제외되었습니다."),
  ESTIMATED_VALUE(
      "Some conversion values were assumed in the import, not reported by a platform.",
      "일부 전환 가치는 플랫폼이 보고한 값이 아니라 가져오기에서 가정한 값입니다."),
  PROVISIONAL(
      "Some figures are provisional: the platform may still correct them.",
      "일부 수치는 잠정치이며 플랫폼이 수정할 수 있습니다."),
  NO_EXCHANGE_RATE(
      "Some amounts have no exchange rate within seven days before their day; sums that need them"
          + " are null.",
      "일부 금액은 해당 날짜 이전 7일 안에 환율이 없어, 이를 포함하는 합계는 null입니다."),
  MISSING_DAYS(
      "Days between an account's first and last known day were never delivered.",
      "계정의 첫 날과 마지막 날 사이에 전달되지 않은 날짜가 있습니다."),
  DAYS_NOT_FETCHED(
      "Some days of connected accounts have not been fetched from their platform: what happened on"
          + " them is unknown, not zero.",
      "연결된 계정의 일부 날짜가 플랫폼에서 아직 수집되지 않았습니다. 해당 날짜의 실적은 0이 아니라 알 수 없는 상태입니다."),
  NOT_RECONCILED(
      "Some closed days of connected accounts differ from the platform's own totals.",
      "연결된 계정의 일부 마감된 날짜가 플랫폼이 알려 준 총계와 다릅니다."),
  VALUE_NOT_REPORTED_FOR_SOME(
      "Some of the spend has no reported conversion value; ratios with value leave it out on both"
          + " sides.",
      "일부 광고비에는 보고된 전환 가치가 없어, 가치를 사용하는 비율은 양쪽에서 이를 제외합니다."),
  LABELS_OVERLAP(
      "A campaign with several labels counts in each of their rows: rows add up to more than the"
          + " totals. Name one label in the filter to avoid it.",
      "라벨이 여러 개인 캠페인은 각 행에 모두 포함되어 행의 합이 총계보다 큽니다. 필터에서 라벨 하나를 지정하면 피할 수 있습니다."),
  STATE_THINNED(
      "The state at that time is no longer kept: of more than 45 days ago only the last state of"
          + " each day, of more than 400 days ago only that of each month. The last kept state"
          + " before that time answers.",
      "그 시점의 상태는 더 이상 보관되지 않습니다. 45일이 지나면 각 날의 마지막 상태만, 400일이 지나면 각 달의 마지막 상태만"
          + " 보관되며, 그 시점 이전에 보관된 마지막 상태로 답합니다."),
  COUNTRY_BREAKDOWN(
      "Where a platform reports countries apart from its delivery, that breakdown counts in its"
          + " place; other deliveries stand in the row without a country.",
      "플랫폼이 국가별 수치를 게재 보고와 별도로 제공하는 날에는 그 분석이 게재 수치를 대신하며, 나머지 게재 수치는 국가 없는 행에" + " 표시됩니다."),
  DEVICE_BREAKDOWN(
      "Where a platform reports devices apart from its delivery, that breakdown counts in its"
          + " place; other deliveries stand in the row without a device.",
      "플랫폼이 기기별 수치를 게재 보고와 별도로 제공하는 날에는 그 분석이 게재 수치를 대신하며, 나머지 게재 수치는 기기 없는 행에" + " 표시됩니다."),
  AGE_GENDER_BREAKDOWN(
      "Where a platform reports age and gender apart from its delivery, that breakdown counts in"
          + " its place; other deliveries stand in the row without age and gender.",
      "플랫폼이 연령과 성별 수치를 게재 보고와 별도로 제공하는 날에는 그 분석이 게재 수치를 대신하며, 나머지 게재 수치는 연령과 성별" + " 없는 행에 표시됩니다.");

  private final String english;
  private final String korean;

  Notice(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /** The notice in words. */
  public String text(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case KOREAN -> korean;
    };
  }
}
