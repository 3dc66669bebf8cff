package io.outlay.domain.useractivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowCountsTests {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int[] WINDOWS = {30, 1, 7, 90};

  @Test
  void equalTheWindowsOfTheActivityAtAnyTimeAndWhenUsedAgain() {
    WindowCounts counts = new WindowCounts(WINDOWS);
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Activity activity = Activity.none().with(ActivityTests.events(random, 300));
      Instant at = START.plus(Duration.ofMinutes(random.nextInt(420 * 24 * 60)));
      counts.count(activity, at);
      for (int window : WINDOWS) {
        for (Measure measure : Measure.values()) {
          assertThat(List.of(counts.sum(measure, window), (long) counts.daysWith(measure, window)))
              .as("%s of %d days, seed %d", measure, window, seed)
              .isEqualTo(
                  List.of(
                      activity.sum(measure, at, window),
                      (long) activity.daysWith(measure, at, window)));
        }
      }
    }
  }
}
