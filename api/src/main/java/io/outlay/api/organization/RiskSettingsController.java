package io.outlay.api.organization;

import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.FeatureSet;
import java.util.List;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Definitions of what models foretell, and what they know of users. */
@Controller
class RiskSettingsController {

  private final RiskSettingsStore settings;
  private final FeatureReader features;

  RiskSettingsController(RiskSettingsStore settings, FeatureReader features) {
    this.settings = settings;
    this.features = features;
  }

  @SchemaMapping(typeName = "Organization")
  Mono<RiskSettings> riskSettings(Organization organization, @ContextValue Viewer viewer) {
    if (viewer.role() == Role.PARTNER || !viewer.scope().isEverything()) {
      return Mono.error(
          new Forbidden("Definitions of risks are for tokens without limits that may see users."));
    }
    return settings.of(organization.id());
  }

  @SchemaMapping(typeName = "ChurnSettings", field = "features")
  Mono<List<FeatureDefinition>> ofChurn(ChurnSettings churn, @ContextValue Viewer viewer) {
    return of(viewer, RiskKind.CHURN);
  }

  @SchemaMapping(typeName = "FirstPurchaseSettings", field = "features")
  Mono<List<FeatureDefinition>> ofPurchase(
      FirstPurchaseSettings purchase, @ContextValue Viewer viewer) {
    return of(viewer, RiskKind.FIRST_PURCHASE);
  }

  @SchemaMapping(typeName = "FraudSettings", field = "features")
  Mono<List<FeatureDefinition>> ofFraud(FraudSettings fraud, @ContextValue Viewer viewer) {
    return of(viewer, RiskKind.FRAUD);
  }

  private Mono<List<FeatureDefinition>> of(Viewer viewer, RiskKind kind) {
    return features.features(viewer.organization(), kind).map(FeatureSet::definitions);
  }
}
