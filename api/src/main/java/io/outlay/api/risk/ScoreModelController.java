package io.outlay.api.risk;

import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import io.outlay.scoring.serving.RiskScore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The models of scores: one look-up, whatever the number of scores. */
@Controller
class ScoreModelController {

  private final RiskModels models;

  ScoreModelController(RiskModels models) {
    this.models = models;
  }

  @BatchMapping(typeName = "RiskScore")
  Mono<Map<RiskScore, RiskModel>> model(List<RiskScore> scores, @ContextValue Viewer viewer) {
    Set<Long> numbers = scores.stream().map(RiskScore::modelId).collect(Collectors.toSet());
    return models
        .byIds(viewer.organization(), numbers)
        .collectMap(RiskModel::id)
        .map(
            found ->
                scores.stream()
                    .distinct()
                    .filter(score -> found.containsKey(score.modelId()))
                    .collect(
                        Collectors.toMap(
                            score -> score,
                            score -> Objects.requireNonNull(found.get(score.modelId())))));
  }
}
