package io.outlay.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.Language;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.feature.FeatureUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

  private static final Words ENGLISH = new Words(Language.ENGLISH, "USD");
  private static final Words KOREAN = new Words(Language.KOREAN, "KRW");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAYS | 1 | 1 day | 1일",
        "DAYS | 3.456 | 3.46 days | 3.46일",
        "TIMES | 12000 | 12,000 times | 12,000회",
        "MONEY | 12.5 | USD 12.5 | KRW 12.5",
        "USERS | 3 | 3 other users | 다른 사용자 3명",
        "SHARE | 0.00123 | 0.0012 | 0.0012",
        "LEVEL | 7 | level 7 | 레벨 7",
        "FLAG | 0 | no | 아니요",
        "NUMBER | NaN | no value | 값 없음"
      })
  void valuesHaveTheirUnits(FeatureUnit unit, float value, String english, String korean) {
    assertThat(ENGLISH.value(Served.feature("f", unit), value)).isEqualTo(english);
    assertThat(KOREAN.value(Served.feature("f", unit), value)).isEqualTo(korean);
  }

  @Test
  void aSentenceTellsValuePlaceAndEffect() {
    Reason reason = new Reason(Served.feature("f", FeatureUnit.TIMES), 0, 0.7, 0.5, 12.4);

    assertThat(ENGLISH.sentence(RiskKind.CHURN, reason))
        .isEqualTo(
            "Sessions in 7 days: 0 times (12 % of users have this or less); raises the risk of"
                + " leaving.");
    assertThat(KOREAN.sentence(RiskKind.CHURN, reason))
        .isEqualTo("7일간 세션: 0회 (사용자의 12%가 이 값 이하); 이탈 위험을 높입니다.");
  }

  @Test
  void whereTheValueIsMissingItHasNoPlace() {
    Reason reason = new Reason(Served.feature("f", FeatureUnit.DAYS), Float.NaN, -0.2, 0.1, null);

    assertThat(ENGLISH.sentence(RiskKind.FIRST_PURCHASE, reason))
        .isEqualTo("Sessions in 7 days: no value; lowers the chance of a first purchase.");
  }
}
