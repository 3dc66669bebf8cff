package io.outlay.ingestion.simulator;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Which fields a JSON text has and of which types they are, whatever their values. */
record Shape(Map<String, Set<String>> types) {

  static Shape of(JsonNode node) {
    Map<String, Set<String>> types = new TreeMap<>();
    collect(node, "", types);
    return new Shape(types);
  }

  private static void collect(JsonNode node, String path, Map<String, Set<String>> types) {
    if (node.isArray()) {
      note(types, path, "list");
      node.forEach(element -> collect(element, path + "[]", types));
    } else if (node.isObject()) {
      note(types, path, "object");
      node.properties()
          .forEach(entry -> collect(entry.getValue(), path + "." + entry.getKey(), types));
    } else {
      note(types, path, node.isNumber() ? "number" : node.getNodeType().name());
    }
  }

  private static void note(Map<String, Set<String>> types, String path, String type) {
    types.computeIfAbsent(path, key -> new TreeSet<>()).add(type);
  }

  /** What {@code sample} has and this has not, or has otherwise; nothing about {@code unplayed}. */
  Set<String> missing(Shape sample, String... unplayed) {
    Set<String> missing = new TreeSet<>();
    sample.types.forEach(
        (path, wanted) -> {
          boolean played = true;
          for (String prefix : unplayed) {
            played &= !path.contains(prefix);
          }
          Set<String> own = types.getOrDefault(path, Set.of());
          if (played && wanted.stream().noneMatch(own::contains)) {
            missing.add(path + " " + wanted + " here " + own);
          }
        });
    return missing;
  }
}
