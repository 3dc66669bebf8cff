package io.outlay.api.riskmodel;

import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.registry.FeatureVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Features of models beside what is computed now; one look for each kind among the models. */
@Controller
class ModelFeaturesController {

  private final FeatureReader reader;

  ModelFeaturesController(FeatureReader reader) {
    this.reader = reader;
  }

  @BatchMapping(typeName = "RiskModel")
  Mono<Map<RiskModel, List<Feature>>> features(
      List<RiskModel> models, @ContextValue Viewer viewer) {
    return Flux.fromStream(models.stream().map(RiskModel::kind).distinct())
        .concatMap(
            kind -> reader.features(viewer.organization(), kind).map(set -> Map.entry(kind, set)),
            1)
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(known -> byModel(models, known));
  }

  private static Map<RiskModel, List<Feature>> byModel(
      List<RiskModel> models, Map<RiskKind, FeatureSet> known) {
    return models.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                model -> model,
                model ->
                    model.features().stream()
                        .map(feature -> Feature.of(feature, known.get(model.kind())))
                        .toList()));
  }

  /** A model's feature. */
  record Feature(String name, String version, @Nullable FeatureDefinition definition) {

    static Feature of(ModelFeature feature, @Nullable FeatureSet known) {
      return new Feature(
          feature.name(),
          feature.version(),
          known == null ? null : FeatureVersions.definition(known, feature).orElse(null));
    }
  }
}
