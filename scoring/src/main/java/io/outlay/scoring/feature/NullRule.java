package io.outlay.scoring.feature;

import io.outlay.scoring.feature.Computation.Between;
import io.outlay.scoring.feature.Computation.Imported;
import io.outlay.scoring.feature.Computation.Is;
import io.outlay.scoring.feature.Computation.Plus;
import io.outlay.scoring.feature.Computation.Ratio;
import io.outlay.scoring.feature.Computation.Since;
import io.outlay.scoring.feature.Computation.Trend;

/** When a feature of a known user has no value, in words. */
public enum NullRule {
  NEVER("never: 0 where nothing happened", "없음: 아무 일도 없었으면 0"),
  NO_EVENT("when it never happened", "한 번도 일어나지 않은 경우"),
  ONE_NEVER_HAPPENED("when one of the two never happened", "둘 중 하나라도 일어나지 않은 경우"),
  NOTHING_TO_DIVIDE_BY("when there is nothing to divide by", "나눌 값이 0인 경우"),
  NOT_TOLD("when no sign-up or install tells it", "가입이나 설치 이벤트에 정보가 없는 경우"),
  NOT_IMPORTED("when no value was imported", "가져온 값이 없는 경우");

  private final String english;
  private final String korean;

  NullRule(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /** The rule of a computation. */
  public static NullRule of(Computation computation) {
    return switch (computation) {
      case Since since -> NO_EVENT;
      case Between between -> ONE_NEVER_HAPPENED;
      case Ratio ratio -> NOTHING_TO_DIVIDE_BY;
      case Trend trend -> NOTHING_TO_DIVIDE_BY;
      case Is is -> NOT_TOLD;
      case Imported imported -> NOT_IMPORTED;
      case Plus plus -> of(plus.one());
      default -> NEVER;
    };
  }

  /** In English, to be read after "missing". */
  public String english() {
    return english;
  }

  /** In Korean. */
  public String korean() {
    return korean;
  }
}
