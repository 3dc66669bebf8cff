package io.outlay.ingestion.simulator.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One event as a line of JSON. Texts of this world need no escapes. */
final class EventLine {

  private final StringBuilder text;

  private EventLine(String eventId, String userId, String type, Instant at, Instant recorded) {
    text = new StringBuilder(220).append('{');
    with("eventId", eventId).with("type", type).with("userId", userId);
    with("occurredAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
    with("recordedAt", recorded.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static EventLine of(String eventId, String userId, String type, Instant at, Instant recorded) {
    return new EventLine(eventId, userId, type, at, recorded);
  }

  /** A text; nothing for null. */
  EventLine with(String name, @Nullable String value) {
    if (value != null) {
      name(name).append('"').append(value).append('"');
    }
    return this;
  }

  EventLine with(String name, long value) {
    name(name).append(value);
    return this;
  }

  EventLine with(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    return text.append('"').append(name).append("\":");
  }

  /** The line, with its end. */
  String line() {
    return text + "}\n";
  }
}
