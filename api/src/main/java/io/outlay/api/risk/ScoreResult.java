package io.outlay.api.risk;

import io.outlay.api.user.ExternalIds;
import io.outlay.domain.organization.Language;
import io.outlay.domain.user.User;
import io.outlay.scoring.serving.NoScore;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.ScoreAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer for one id that was asked for. */
record ScoreResult(
    String externalUserId,
    @Nullable User user,
    @Nullable RiskScore score,
    @Nullable Missing missing) {

  static ScoreResult of(
      String id, @Nullable User user, Map<Long, ScoreAnswer> answers, Language language) {
    if (user == null) {
      Reason why = ExternalIds.isWellFormed(id) ? Reason.UNKNOWN_USER : Reason.MALFORMED_ID;
      return new ScoreResult(id, null, null, why.in(language));
    }
    return switch (answers.get(user.id())) {
      case ScoreAnswer.Scored(RiskScore score) -> new ScoreResult(id, user, score, null);
      case ScoreAnswer.Missing(NoScore reason) ->
          new ScoreResult(id, user, null, Reason.valueOf(reason.name()).in(language));
      case null -> new ScoreResult(id, user, null, Reason.NOTHING_KNOWN.in(language));
    };
  }

  /** Why there is no score. */
  record Missing(Reason reason, String message) {}

  enum Reason {
    NO_MODEL("No model of this kind is at work.", "이 종류의 모델이 운영 중이 아닙니다."),
    UNKNOWN_USER("Nobody has this id.", "이 ID를 가진 사용자가 없습니다."),
    NOTHING_KNOWN("Nothing is known of this user yet.", "이 사용자에 대해 아직 알려진 것이 없습니다."),
    MALFORMED_ID(
        "This cannot be an id; expected 1 to 128 characters without control characters.",
        "ID로 쓸 수 없는 값입니다. 제어 문자 없이 1자에서 128자여야 합니다.");

    private final String english;
    private final String korean;

    Reason(String english, String korean) {
      this.english = english;
      this.korean = korean;
    }

    Missing in(Language language) {
      return new Missing(this, language == Language.KOREAN ? korean : english);
    }
  }
}
