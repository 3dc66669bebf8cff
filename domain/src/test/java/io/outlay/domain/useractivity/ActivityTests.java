package io.outlay.domain.useractivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Touch;
import io.outlay.domain.userevent.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTests {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderAndPortionsOfEventsDoNotMatter(long seed) {
    Random random = new Random(seed);
    List<UserEvent> events = events(random, 400);
    Activity atOnce = Activity.none().with(events);
    List<UserEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    Activity oneByOne = Activity.none();
    for (UserEvent event : shuffled) {
      oneByOne = oneByOne.with(List.of(event));
    }
    assertThat(oneByOne).isEqualTo(atOnce);
    assertThat(ActivityCodec.encode(oneByOne)).isEqualTo(ActivityCodec.encode(atOnce));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void windowsEqualARecountOfTheEvents(long seed) {
    Random random = new Random(seed);
    List<UserEvent> events = events(random, 300);
    Activity activity = ActivityCodec.decode(ActivityCodec.encode(Activity.none().with(events)));
    Instant at = events.stream().map(UserEvent::occurredAt).max(Instant::compareTo).orElseThrow();
    for (int window : new int[] {1, 7, 30, 90}) {
      for (Measure measure : Measure.values()) {
        long today = Math.floorDiv(at.getEpochSecond(), 86_400L);
        long expected =
            events.stream()
                .filter(
                    event ->
                        today - Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L)
                            < window)
                .mapToLong(measure::of)
                .sum();
        assertThat(activity.sum(measure, at, window))
            .as(measure + " " + window)
            .isEqualTo(expected);
      }
    }
    for (Measure measure : Measure.values()) {
      assertThat(activity.total(measure)).isEqualTo(events.stream().mapToLong(measure::of).sum());
    }
  }

  @Test
  void addingDoesNotChangeWhatWasThere() {
    Activity before = Activity.none().with(events(new Random(9), 10));
    byte[] bytes = ActivityCodec.encode(before);
    Activity after = before.with(events(new Random(10), 10));
    assertThat(ActivityCodec.encode(before)).isEqualTo(bytes);
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void bytesCutOffAnywhereAreTold() {
    byte[] whole = ActivityCodec.encode(Activity.none().with(events(new Random(11), 60)));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ActivityCodec.decode(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  static List<UserEvent> events(Random random, int count) {
    List<UserEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(random, i));
    }
    return events;
  }

  private static UserEvent event(Random random, int number) {
    EventType type = EventType.values()[random.nextInt(EventType.values().length)];
    Instant at = START.plus(Duration.ofMinutes(random.nextInt(400 * 24 * 60)));
    boolean touched = type == EventType.TOUCHPOINT;
    boolean came = type == EventType.SIGNED_UP || type == EventType.INSTALL;
    boolean money = type == EventType.PURCHASE || type == EventType.REFUND;
    return new UserEvent(
        "e" + number,
        "u",
        type,
        null,
        at,
        at,
        money ? 1_000_000L : null,
        money ? "USD" : null,
        money ? random.nextLong(5_000_000) : null,
        null,
        false,
        random.nextInt(10) > 0,
        type == EventType.SESSION_ENDED ? random.nextLong(3_600) : null,
        type == EventType.LEVEL_REACHED ? random.nextInt(60) : null,
        touched ? Touch.values()[random.nextInt(2)] : null,
        came && random.nextBoolean() ? "META" : null,
        null,
        null,
        came ? "KR" : null,
        null,
        null,
        null,
        null,
        null,
        Map.of());
  }
}
