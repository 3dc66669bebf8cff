package io.outlay.scoring.feature;

import java.util.List;

/**
 * Features in the order a model sees them.
 *
 * @param definitions each name once
 */
public record FeatureSet(List<FeatureDefinition> definitions) {

  /** Copies the list. */
  public FeatureSet {
    definitions = List.copyOf(definitions);
  }

  /** Names in order. */
  public List<String> names() {
    return definitions.stream().map(FeatureDefinition::name).toList();
  }
}
