package io.outlay.scoring.feature;

import io.outlay.domain.risk.RiskKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All features Outlay computes itself, in the order models see them. */
public final class FeatureCatalogue {

  private static final List<FeatureDefinition> ALL =
      Stream.of(
              RecencyFeatures.ALL_OF_THEM,
              FrequencyFeatures.ALL_OF_THEM,
              TrendFeatures.ALL_OF_THEM,
              MoneyFeatures.ALL_OF_THEM,
              ContactFeatures.ALL_OF_THEM,
              OriginFeatures.ALL_OF_THEM)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, FeatureDefinition> BY_NAME =
      ALL.stream().collect(Collectors.toMap(FeatureDefinition::name, Function.identity()));

  private FeatureCatalogue() {}

  /** Every feature, whatever the kind. */
  public static List<FeatureDefinition> all() {
    return ALL;
  }

  /** Features that models of a kind use. */
  public static FeatureSet of(RiskKind kind) {
    return new FeatureSet(ALL.stream().filter(feature -> feature.kinds().contains(kind)).toList());
  }

  /** A feature by its name; empty for one computed elsewhere. */
  public static Optional<FeatureDefinition> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
