package io.outlay.scoring.outcome;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events written by hand or by a seed. */
final class SampleEvents {

  private static final String[] CHANNELS = {"META", "GOOGLE_ADS", "NAVER"};
  private static final String[] PLATFORMS = {"IOS", "ANDROID", "WEB"};

  private SampleEvents() {}

  /** Known when it happened. */
  static KnownEvent at(EventType type, String at) {
    return at(type, at, at);
  }

  static KnownEvent at(EventType type, String at, String knownAt) {
    return known(event(type + at, type, Instant.parse(at), Instant.parse(knownAt), null, null));
  }

  static KnownEvent money(EventType type, String at, String order, long micros) {
    return withOrder(type, at, order, micros);
  }

  static KnownEvent withOrder(EventType type, String at, String order, @Nullable Long micros) {
    Instant when = Instant.parse(at);
    return known(event(type + at + order, type, when, when, order, micros));
  }

  static KnownEvent known(UserEvent event) {
    return new KnownEvent(1, event.recordedAt(), event);
  }

  /** Some events within days after a start, some recorded late, orders reported once. */
  static List<UserEvent> seeded(Random random, Instant start, int days, int count) {
    List<UserEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(seeded(random, start, days, "e" + i));
    }
    return events;
  }

  static UserEvent seeded(Random random, Instant start, int days, String id) {
    EventType type = EventType.values()[random.nextInt(EventType.values().length)];
    Instant at =
        start
            .plusSeconds(random.nextInt(days * 86_400))
            .plusNanos(random.nextInt(1_000_000) * 1_000L);
    Duration late =
        random.nextInt(4) > 0 ? Duration.ZERO : Duration.ofMinutes(random.nextInt(4_000));
    boolean isMoney =
        type == EventType.PURCHASE || type == EventType.REFUND || type == EventType.PAYMENT_FAILED;
    boolean isSandbox = isMoney && random.nextInt(8) == 0;
    boolean came = type == EventType.SIGNED_UP || type == EventType.INSTALL;
    Long micros = isMoney ? random.nextLong(20_000_000) : null;
    return new UserEvent(
        id,
        "u",
        type,
        null,
        at,
        at.plus(late),
        micros,
        isMoney ? "USD" : null,
        random.nextInt(20) == 0 ? null : micros,
        null,
        isSandbox,
        !(type == EventType.PURCHASE && isSandbox),
        type == EventType.SESSION_ENDED ? random.nextLong(3_600) : null,
        type == EventType.LEVEL_REACHED ? random.nextInt(60) : null,
        type == EventType.TOUCHPOINT ? Touch.values()[random.nextInt(2)] : null,
        came && random.nextBoolean() ? CHANNELS[random.nextInt(3)] : null,
        null,
        null,
        null,
        came ? PLATFORMS[random.nextInt(3)] : null,
        null,
        null,
        null,
        null,
        Map.of());
  }

  private static UserEvent event(
      String id,
      EventType type,
      Instant at,
      Instant recordedAt,
      @Nullable String order,
      @Nullable Long micros) {
    return new UserEvent(
        id,
        "u",
        type,
        null,
        at,
        recordedAt,
        micros,
        "USD",
        micros,
        order,
        false,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of());
  }
}
