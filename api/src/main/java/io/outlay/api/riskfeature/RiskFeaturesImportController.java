package io.outlay.api.riskfeature;

import io.outlay.api.input.FilterLists;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ImportedFeature;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.risk.ImportedFeatures.Kept;
import io.outlay.domain.risk.ImportedFeatures.Value;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureUnit;
import io.outlay.scoring.feature.ImportedDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Takes features that are computed elsewhere. */
@Controller
class RiskFeaturesImportController {

  private final ImportedFeatures features;
  private final Clock clock;

  RiskFeaturesImportController(ImportedFeatures features, Clock clock) {
    this.features = features;
    this.clock = clock;
  }

  @MutationMapping
  Mono<Payload> riskFeaturesImport(@Argument Input input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        Mono.fromCallable(input::toFeature)
            .flatMap(
                feature ->
                    features
                        .record(viewer, feature, input.toValues(clock.instant()))
                        .map(kept -> Payload.of(feature, kept)));
    return UserErrors.tell(done, "input", problems -> new Payload(null, problems));
  }

  /** A feature and its values as a caller writes them. */
  record Input(
      String name,
      String english,
      String korean,
      FeatureUnit unit,
      int allowedAgeDays,
      boolean isActionable,
      List<ValueInput> values) {

    ImportedFeature toFeature() {
      return new ImportedFeature(name, english, korean, unit.name(), allowedAgeDays, isActionable);
    }

    List<Value> toValues(Instant now) {
      return FilterLists.atMost("values", values, ImportedFeatures.MOST).stream()
          .map(value -> value.toValue(now))
          .toList();
    }
  }

  /** A value as a caller writes it. */
  record ValueInput(String externalUserId, double value, Instant knownAt) {

    Value toValue(Instant now) {
      if (knownAt.isAfter(now)) {
        throw BadRequest.of("values.knownAt", knownAt, "a time that is over, now is " + now);
      }
      return new Value(externalUserId, value, knownAt);
    }
  }

  /** What an import did. */
  record Payload(@Nullable Imported imported, List<UserError> userErrors) {

    static Payload of(ImportedFeature feature, Kept kept) {
      return new Payload(
          new Imported(ImportedDefinition.of(feature), kept.values(), kept.unknownUsers()),
          List.of());
    }
  }

  /** What was taken. */
  record Imported(FeatureDefinition feature, int valueCount, List<String> unknownUserIds) {}
}
