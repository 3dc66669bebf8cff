package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.reading.Fields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One of a row's lists of actions, which is absent when nothing happened. */
final class MetaActions {

  /** Field of the value by the ad set's own attribution setting. */
  static final String DEFAULT = "value";

  private final Map<String, JsonNode> entries;

  private MetaActions(Map<String, JsonNode> entries) {
    this.entries = entries;
  }

  static MetaActions of(JsonNode row, String list) {
    Map<String, JsonNode> entries = new HashMap<>();
    for (JsonNode entry : Fields.list(row.path(list))) {
      String type = Fields.requiredText(entry, "action_type");
      if (entries.put(type, entry) != null) {
        throw Fields.unreadable(list, type, "each action once");
      }
    }
    return new MetaActions(entries);
  }

  BigDecimal value(String type) {
    return in(DEFAULT).apply(type);
  }

  /** Values by action in one window, or {@link #DEFAULT}; an absent one is zero. */
  Function<String, BigDecimal> in(String window) {
    return type -> {
      JsonNode entry = entries.get(type);
      return entry == null ? BigDecimal.ZERO : Fields.numberOrZero(entry, window);
    };
  }
}
