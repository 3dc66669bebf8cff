package io.outlay.domain.userevent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up events for tests. */
public final class SomeEvents {

  /** When the earliest of them happened. */
  public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private SomeEvents() {}

  /** An event with nothing but what each must have; recorded a minute after it occurred. */
  public static UserEvent event(String id, String user, EventType type, Instant at) {
    return event(id, user, type, at, null, null, null, null, null);
  }

  /** A purchase in US dollars. */
  public static UserEvent purchase(
      String id, String user, Instant at, long micros, @Nullable String order) {
    return event(id, user, EventType.PURCHASE, at, micros, "USD", order, null, null);
  }

  /** Two ids that turned out to be one user. */
  public static UserEvent link(String id, String user, String other, Instant at) {
    return event(id, user, EventType.IDS_LINKED, at, null, null, null, null, other);
  }

  /** A device the user was seen on. */
  public static UserEvent onDevice(String id, String user, String device, Instant at) {
    return event(id, user, EventType.DEVICE_SEEN, at, null, null, null, device, null);
  }

  /** An event of any shape. */
  public static UserEvent event(
      String id,
      String user,
      EventType type,
      Instant at,
      @Nullable Long micros,
      @Nullable String currency,
      @Nullable String order,
      @Nullable String device,
      @Nullable String other) {
    return new UserEvent(
        id,
        user,
        type,
        type == EventType.CUSTOM ? "daily_bonus" : null,
        at,
        at.plusSeconds(60),
        micros,
        currency,
        null,
        order,
        false,
        true,
        type == EventType.SESSION_ENDED ? 90L : null,
        type == EventType.LEVEL_REACHED ? 7 : null,
        type == EventType.TOUCHPOINT ? Touch.CLICK : null,
        type == EventType.INSTALL ? "META" : null,
        null,
        null,
        "KR",
        "IOS",
        device,
        null,
        other,
        type == EventType.FRAUD_CONFIRMED ? "reviewer" : null,
        Map.of());
  }

  /** Events of some users who share devices, buy (some orders reported twice) and are linked. */
  public static List<UserEvent> random(long seed, int count) {
    Random random = new Random(seed);
    EventType[] types = EventType.values();
    List<UserEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String user = "u" + random.nextInt(12);
      Instant at = START.plus(Duration.ofMinutes(random.nextInt(200_000)));
      EventType type = types[random.nextInt(types.length)];
      String id = seed + "-" + i;
      String device = random.nextInt(4) == 0 ? device(random.nextInt(6)) : null;
      if (type == EventType.IDS_LINKED) {
        if (random.nextInt(5) == 0) {
          events.add(link(id, user, "u" + random.nextInt(12), at));
        }
      } else if (type == EventType.PURCHASE && random.nextInt(2) == 0) {
        String order = "order-" + seed + "-" + i;
        events.add(purchase(id, user, at, 1_990_000L, order));
        events.add(purchase(id + "-server", user, at, 1_990_000L, order));
      } else {
        boolean isPaid = type == EventType.PURCHASE || type == EventType.REFUND;
        events.add(
            event(
                id,
                user,
                type,
                at,
                isPaid ? (Long) (long) random.nextInt(9_000_000) : null,
                isPaid ? "USD" : null,
                null,
                device,
                null));
      }
    }
    return events;
  }

  /** A device's hash. */
  public static String device(int number) {
    return String.format("%032x", number);
  }
}
