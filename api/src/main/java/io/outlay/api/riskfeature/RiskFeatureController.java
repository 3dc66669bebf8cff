package io.outlay.api.riskfeature;

import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Viewer;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.NullRule;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Texts of features in the caller's language. */
@Controller
class RiskFeatureController {

  @SchemaMapping(typeName = "RiskFeature")
  String meaning(FeatureDefinition feature, @ContextValue Viewer viewer) {
    return viewer.language() == Language.KOREAN ? feature.korean() : feature.english();
  }

  @SchemaMapping(typeName = "RiskFeature")
  String whenMissing(FeatureDefinition feature, @ContextValue Viewer viewer) {
    return viewer.language() == Language.KOREAN
        ? NullRule.of(feature.computation()).korean()
        : feature.whenMissing();
  }
}
