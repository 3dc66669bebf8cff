package io.outlay.scoring.registry;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which computation a model's features had: the same name computed otherwise is another one. */
public final class FeatureVersions {

  private static final int SHOWN_BYTES = 6;

  private FeatureVersions() {}

  /** Names and versions of features as they are computed now. */
  public static List<ModelFeature> of(FeatureSet features) {
    return features.definitions().stream()
        .map(feature -> new ModelFeature(feature.name(), version(feature)))
        .toList();
  }

  /** The definition behind a model's feature; empty where it is not computed so any more. */
  public static Optional<FeatureDefinition> definition(FeatureSet known, ModelFeature feature) {
    return known.definitions().stream()
        .filter(definition -> definition.name().equals(feature.name()))
        .filter(definition -> version(definition).equals(feature.version()))
        .findFirst();
  }

  /**
   * The definitions behind a model's features, in the model's order.
   *
   * @throws BadRequest when one is not known any more, or is computed otherwise now
   */
  static FeatureSet definitions(FeatureSet known, List<ModelFeature> wanted) {
    Map<String, FeatureDefinition> byName =
        known.definitions().stream()
            .collect(Collectors.toMap(FeatureDefinition::name, Function.identity()));
    List<FeatureDefinition> found = new ArrayList<>();
    for (ModelFeature feature : wanted) {
      FeatureDefinition definition = byName.get(feature.name());
      if (definition == null) {
        throw BadRequest.of(
            "feature " + found.size() + " of the model", feature.name(), "a feature of its kind");
      }
      if (!version(definition).equals(feature.version())) {
        throw BadRequest.of(
            "version of feature " + feature.name(), feature.version(), version(definition));
      }
      found.add(definition);
    }
    return new FeatureSet(found);
  }

  /** Of what its numbers depend on; its words may change. */
  static String version(FeatureDefinition feature) {
    String told = feature.unit() + " " + feature.computation();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
