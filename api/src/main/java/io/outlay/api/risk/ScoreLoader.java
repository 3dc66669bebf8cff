package io.outlay.api.risk;

import graphql.GraphQLContext;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.serving.Parts;
import io.outlay.scoring.serving.RiskScores;
import io.outlay.scoring.serving.ScoreAnswer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dataloader.BatchLoaderEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gathers the scores that all fields of a request ask for: one query and one native call for each
 * kind, and for each thousand users where there are more.
 */
@Configuration(proxyBeanMethods = false)
class ScoreLoader {

  private final RiskScores scores;

  ScoreLoader(RiskScores scores, BatchLoaderRegistry registry) {
    this.scores = scores;
    registry.forTypePair(ScoreKey.class, ScoreAnswer.class).registerMappedBatchLoader(this::load);
  }

  private Mono<Map<ScoreKey, ScoreAnswer>> load(
      Set<ScoreKey> keys, BatchLoaderEnvironment environment) {
    GraphQLContext context =
        Objects.requireNonNull(environment.<GraphQLContext>getContext(), "context of a batch");
    Viewer viewer = context.get("viewer");
    Map<RiskKind, Set<ScoreKey>> byKind = new EnumMap<>(RiskKind.class);
    keys.forEach(
        key -> byKind.computeIfAbsent(key.kind(), first -> new LinkedHashSet<>()).add(key));
    return Flux.fromIterable(byKind.entrySet())
        .flatMap(entry -> load(viewer.organization(), entry.getKey(), entry.getValue()))
        .collect(HashMap::new, Map::putAll);
  }

  private Mono<Map<ScoreKey, ScoreAnswer>> load(
      OrganizationId organization, RiskKind kind, Set<ScoreKey> keys) {
    Parts parts = keys.stream().map(ScoreKey::parts).reduce(Parts.NONE, Parts::and);
    return Flux.fromStream(keys.stream().map(ScoreKey::userId).distinct())
        .buffer(RiskScores.MOST_USERS)
        .concatMap(users -> scores.now(organization, kind, new LinkedHashSet<>(users), parts))
        .collect(HashMap<Long, ScoreAnswer>::new, Map::putAll)
        .map(answers -> byKey(List.copyOf(keys), answers));
  }

  private static Map<ScoreKey, ScoreAnswer> byKey(
      List<ScoreKey> keys, Map<Long, ScoreAnswer> answers) {
    Map<ScoreKey, ScoreAnswer> byKey = new HashMap<>();
    for (ScoreKey key : keys) {
      ScoreAnswer answer = answers.get(key.userId());
      if (answer != null) {
        byKey.put(key, answer);
      }
    }
    return byKey;
  }
}
