package io.outlay.api.risk;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.user.ExternalIds;
import io.outlay.api.user.UserAccess;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.user.PersonalDataAccess;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import io.outlay.scoring.serving.Parts;
import io.outlay.scoring.serving.RiskScores;
import io.outlay.scoring.serving.ScoreAnswer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Scores of many users at once, each id answered for itself. */
@Controller
class RiskScoresController {

  private final Users users;
  private final RiskScores scores;

  RiskScoresController(Users users, RiskScores scores) {
    this.users = users;
    this.scores = scores;
  }

  @QueryMapping
  Mono<List<ScoreResult>> riskScores(
      @Argument RiskKind kind,
      @Argument List<String> externalUserIds,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    UserAccess.require(viewer);
    if (externalUserIds.size() > RiskScores.MOST_USERS) {
      throw BadRequest.of(
          "externalUserIds", externalUserIds.size() + " ids", "at most " + RiskScores.MOST_USERS);
    }
    Parts parts = ScoreKey.parts(environment.getSelectionSet(), "score/");
    return known(viewer, externalUserIds)
        .doOnNext(known -> PersonalDataAccess.read(viewer, "riskScores", known.size()))
        .flatMap(
            known ->
                scores
                    .now(viewer.organization(), kind, numbers(known), parts)
                    .map(answers -> results(externalUserIds, known, answers, viewer)));
  }

  private Mono<Map<String, User>> known(Viewer viewer, List<String> externalIds) {
    Set<String> wellFormed =
        externalIds.stream()
            .filter(ExternalIds::isWellFormed)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return wellFormed.isEmpty()
        ? Mono.just(Map.of())
        : users.byExternalIds(viewer.organization(), wellFormed);
  }

  private static Set<Long> numbers(Map<String, User> known) {
    return known.values().stream().map(User::id).collect(Collectors.toSet());
  }

  private static List<ScoreResult> results(
      List<String> asked, Map<String, User> known, Map<Long, ScoreAnswer> answers, Viewer viewer) {
    return asked.stream()
        .map(id -> ScoreResult.of(id, known.get(id), answers, viewer.language()))
        .toList();
  }
}
