package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Fields of an event that Outlay has no place for, kept as JSON. */
final class EventDetails {

  private static final Set<String> KNOWN =
      Set.of(
          "eventId",
          "userId",
          "type",
          "customType",
          "occurredAt",
          "recordedAt",
          "amount",
          "currencyCode",
          "orderId",
          "isSandbox",
          "seconds",
          "level",
          "touch",
          "channel",
          "campaign",
          "clickId",
          "country",
          "platform",
          "device",
          "address",
          "otherUserId",
          "saidBy",
          "details");

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 64;
  private static final int MOST_CHARACTERS = 8_192;
  private static final Pattern HUGE = Pattern.compile("[0-9][eE][+-]?[0-9]{4,}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventDetails() {}

  /** Unknown fields and what stands in {@code details}, each value as JSON. */
  static Map<String, String> of(Map<String, ?> sent) {
    Map<String, String> details = new HashMap<>();
    sent.forEach(
        (name, value) -> {
          if (!KNOWN.contains(name)) {
            add(details, name, value);
          }
        });
    switch (sent.get("details")) {
      case null -> {}
      case Map<?, ?> given -> given.forEach((name, value) -> add(details, name.toString(), value));
      case String empty when empty.isEmpty() -> {}
      default -> throw BadRequest.of("details", sent.get("details"), "an object");
    }
    int characters = details.values().stream().mapToInt(String::length).sum();
    if (details.size() > MOST || characters > MOST_CHARACTERS) {
      throw BadRequest.of(
          "details",
          details.size() + " fields of " + characters + " characters",
          "at most " + MOST + " fields that Outlay does not know, of " + MOST_CHARACTERS);
    }
    return details;
  }

  private static void add(Map<String, String> details, String name, @Nullable Object value) {
    if (value == null || value.equals("")) {
      return;
    }
    String json = JSON.writeValueAsString(value);
    if (name.isEmpty() || name.length() > LONGEST_NAME || holdsNull(name) || holdsNull(json)) {
      throw BadRequest.of(
          "details", name, "names of 1 to " + LONGEST_NAME + " characters, and no character 0");
    }
    if (!(value instanceof String) && HUGE.matcher(json).find()) {
      throw BadRequest.of("details", name, "numbers with exponents of at most three digits");
    }
    details.put(name, json);
  }

  /** PostgreSQL keeps no character 0, neither in text nor in JSON. */
  private static boolean holdsNull(String text) {
    return text.indexOf('\0') >= 0 || text.contains("\\u0000");
  }
}
