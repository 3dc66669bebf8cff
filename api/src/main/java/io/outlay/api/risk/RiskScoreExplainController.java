package io.outlay.api.risk;

import io.outlay.api.input.FilterLists;
import io.outlay.api.user.ExternalIds;
import io.outlay.api.user.UserAccess;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.user.PersonalDataAccess;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.RiskScores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What a score would be with other values. */
@Controller
class RiskScoreExplainController {

  private static final int MOST = 100;

  private final Users users;
  private final RiskScores scores;

  RiskScoreExplainController(Users users, RiskScores scores) {
    this.users = users;
    this.scores = scores;
  }

  @QueryMapping
  Mono<Supposition> riskScoreExplain(
      @Argument String externalUserId,
      @Argument RiskKind kind,
      @Argument List<Hypothetical> hypothetical,
      @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    if (!ExternalIds.isWellFormed(externalUserId)) {
      throw BadRequest.of(
          "externalUserId", externalUserId, "1 to 128 characters without control characters");
    }
    Map<String, Float> values = values(FilterLists.atMost("hypothetical", hypothetical, MOST));
    return users
        .byExternalIds(viewer.organization(), List.of(externalUserId))
        .flatMap(found -> Mono.justOrEmpty(found.get(externalUserId)))
        .doOnNext(user -> PersonalDataAccess.read(viewer, "riskScoreExplain", 1))
        .flatMap(
            user ->
                scores
                    .suppose(viewer.organization(), kind, user.id(), values)
                    .map(told -> new Supposition(user, told.actual(), told.supposed())));
  }

  private static Map<String, Float> values(List<Hypothetical> hypothetical) {
    Map<String, Float> values = new HashMap<>();
    for (Hypothetical supposed : hypothetical) {
      if (values.put(supposed.feature(), supposed.number()) != null) {
        throw BadRequest.of("hypothetical.feature", supposed.feature(), "each feature once");
      }
    }
    return values;
  }

  /** A value to suppose. */
  record Hypothetical(String feature, @Nullable Double value) {

    float number() {
      if (value == null) {
        return Float.NaN;
      }
      float number = value.floatValue();
      if (!Float.isFinite(number)) {
        throw BadRequest.of("hypothetical.value", value, "a number within the range of a float");
      }
      return number;
    }
  }

  /** A score beside a supposed one. */
  record Supposition(User user, RiskScore score, RiskScore supposed) {}
}
