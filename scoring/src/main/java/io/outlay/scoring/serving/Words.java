package io.outlay.scoring.serving;

import io.outlay.domain.organization.Language;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.feature.FeatureDefinition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Reasons in the words of one language. */
public final class Words {

  private final Language language;
  private final String currencyCode;

  /**
   * @param currencyCode the organization's reporting currency, in which amounts of money are
   */
  public Words(Language language, String currencyCode) {
    this.language = language;
    this.currencyCode = currencyCode;
  }

  /** A feature's value with its unit. */
  public String value(FeatureDefinition feature, float value) {
    if (Float.isNaN(value)) {
      return korean("값 없음", "no value");
    }
    String number = number(value);
    return switch (feature.unit()) {
      case DAYS -> korean(number + "일", plural(value, number, "day"));
      case TIMES -> korean(number + "회", plural(value, number, "time"));
      case MINUTES -> korean(number + "분", plural(value, number, "minute"));
      case MONEY -> currencyCode + " " + number;
      case USERS -> korean("다른 사용자 " + number + "명", plural(value, number, "other user"));
      case LEVEL -> korean("레벨 " + number, "level " + number);
      case FLAG -> value == 0 ? korean("아니요", "no") : korean("예", "yes");
      case SHARE, NUMBER -> number;
    };
  }

  /**
   * What a reason says as a sentence, for example: Sessions in the last 7 days: 0 times, not more
   * than 12 % of users have; raises the risk of leaving.
   */
  public String sentence(RiskKind kind, Reason reason) {
    String name = korean(reason.feature().korean(), reason.feature().english());
    return name
        + ": "
        + value(reason.feature(), reason.value())
        + place(reason)
        + effect(kind, reason);
  }

  private String place(Reason reason) {
    Double percentile = reason.percentile();
    if (percentile == null) {
      return "";
    }
    String percent = number(Math.rint(percentile));
    return korean(
        " (사용자의 " + percent + "%가 이 값 이하)", " (" + percent + " % of users have this or less)");
  }

  private String effect(RiskKind kind, Reason reason) {
    if (reason.contribution() == 0) {
      return korean("; 점수에 영향이 없습니다.", "; changes nothing.");
    }
    return reason.contribution() > 0
        ? korean("; " + what(kind) + "을 높입니다.", "; raises the " + what(kind) + ".")
        : korean("; " + what(kind) + "을 낮춥니다.", "; lowers the " + what(kind) + ".");
  }

  private String what(RiskKind kind) {
    return switch (kind) {
      case FRAUD -> korean("부정 사용 위험", "risk of fraud");
      case CHURN -> korean("이탈 위험", "risk of leaving");
      case FIRST_PURCHASE -> korean("첫 구매 가능성", "chance of a first purchase");
    };
  }

  private static String plural(float value, String number, String noun) {
    return number + " " + noun + (value == 1 ? "" : "s");
  }

  /** Two decimals where they tell something, three digits that count where it is small. */
  private static String number(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value));
    BigDecimal shown =
        Math.abs(value) >= 0.01 || value == 0
            ? exact.setScale(2, RoundingMode.HALF_UP)
            : exact.round(new MathContext(2, RoundingMode.HALF_UP));
    return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(shown);
  }

  private String korean(String korean, String english) {
    return language == Language.KOREAN ? korean : english;
  }
}
