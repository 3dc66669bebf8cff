package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Looks through every tree of a model: all numbers finite, every index inside its array, no node
 * with two parents. Keeps the thresholds by feature.
 */
final class TreeCheck {

  private static final int MOST_FEATURES = 100_000;

  private final float[][] thresholds;
  private final int count;

  private TreeCheck(float[][] thresholds, int count) {
    this.thresholds = thresholds;
    this.count = count;
  }

  static TreeCheck of(JsonNode booster, int features) {
    if (features < 1 || features > MOST_FEATURES) {
      throw BadRequest.of("num_feature", features, "1 to " + MOST_FEATURES);
    }
    String name = booster.path("name").asString("");
    if (!name.equals("gbtree")) {
      throw BadRequest.of("booster", name, "gbtree");
    }
    JsonNode trees = booster.path("model").path("trees");
    if (trees.isEmpty()) {
      throw ModelFile.foreign("has no trees");
    }
    ThresholdLists found = new ThresholdLists(features);
    trees.forEach(tree -> check(tree, features, found));
    return new TreeCheck(found.arrays(), trees.size());
  }

  int features() {
    return thresholds.length;
  }

  int count() {
    return count;
  }

  float[] thresholds(int feature) {
    return thresholds[feature];
  }

  private static void check(JsonNode tree, int features, ThresholdLists found) {
    int[] left = integers(tree, "left_children");
    int[] right = integers(tree, "right_children");
    int[] feature = integers(tree, "split_indices");
    JsonNode values = tree.path("split_conditions");
    int nodes = left.length;
    if (nodes == 0
        || right.length != nodes
        || feature.length != nodes
        || values.size() != nodes
        || tree.path("default_left").size() != nodes) {
      throw ModelFile.foreign("has a tree whose arrays differ in length");
    }
    boolean[] hasParent = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      float value = finite(values.get(node));
      if (left[node] != -1) {
        claim(hasParent, left[node]);
        claim(hasParent, right[node]);
        if (feature[node] < 0 || feature[node] >= features) {
          throw BadRequest.of("split_indices", feature[node], "a feature from 0 to " + features);
        }
        found.add(feature[node], value);
      }
    }
  }

  /** A node has one parent and the root has none; then walking down always ends. */
  private static void claim(boolean[] hasParent, int child) {
    if (child <= 0 || child >= hasParent.length || hasParent[child]) {
      throw ModelFile.foreign("has a tree whose node " + child + " is out of place");
    }
    hasParent[child] = true;
  }

  private static float finite(JsonNode number) {
    float value = number.isNumber() ? (float) number.doubleValue() : Float.NaN;
    if (!Float.isFinite(value)) {
      throw BadRequest.of("split_conditions", number.asString(), "finite numbers only");
    }
    return value;
  }

  private static int[] integers(JsonNode tree, String name) {
    JsonNode array = tree.path(name);
    return IntStream.range(0, array.size())
        .map(i -> array.get(i).asInt(Integer.MIN_VALUE))
        .toArray();
  }
}
