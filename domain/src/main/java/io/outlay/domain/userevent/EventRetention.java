package io.outlay.domain.userevent;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long events are kept, by type. What was summed up of them stays.
 *
 * @param days whole days for each type; a type that is missing has its usual ones
 */
public record EventRetention(Map<EventType, Integer> days) {

  private static final int SHORT = 400;
  private static final int MIDDLE = 760;
  private static final int LONG = 3_650;

  /** As where nothing is set. */
  public static final EventRetention USUAL = new EventRetention(Map.of());

  /** Fills in what is missing; refuses less than the windows of activity need. */
  public EventRetention {
    Map<EventType, Integer> all = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      int kept = days.getOrDefault(type, usual(type));
      if (kept < 100) {
        throw new IllegalArgumentException(
            "retention of " + type + " is " + kept + " days; expected at least 100");
      }
      all.put(type, kept);
    }
    days = Map.copyOf(all);
  }

  /** Events of the type that occurred and were recorded before then are not kept. */
  public Instant keptFrom(EventType type, Instant now) {
    return now.minus(Duration.ofDays(days.getOrDefault(type, LONG)));
  }

  private static int usual(EventType type) {
    return switch (type) {
      case TOUCHPOINT, DEVICE_SEEN, ADDRESS_SEEN, CUSTOM -> SHORT;
      case SESSION_STARTED, SESSION_ENDED, LEVEL_REACHED, PAYMENT_FAILED, REPORTED -> MIDDLE;
      case SIGNED_UP, INSTALL, PURCHASE, REFUND, IDS_LINKED, FRAUD_CONFIRMED, FRAUD_CLEARED -> LONG;
    };
  }
}
