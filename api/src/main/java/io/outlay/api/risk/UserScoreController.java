package io.outlay.api.risk;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.user.User;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.ScoreAnswer;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The score of a user, wherever a user stands. */
@Controller
class UserScoreController {

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable RiskScore> riskScore(
      User user,
      @Argument RiskKind kind,
      DataFetchingEnvironment environment,
      DataLoader<ScoreKey, ScoreAnswer> scores) {
    ScoreKey key = new ScoreKey(kind, user.id(), ScoreKey.parts(environment.getSelectionSet(), ""));
    return scores.load(key).thenApply(UserScoreController::score);
  }

  private static @Nullable RiskScore score(@Nullable ScoreAnswer answer) {
    return answer instanceof ScoreAnswer.Scored scored ? scored.score() : null;
  }
}
