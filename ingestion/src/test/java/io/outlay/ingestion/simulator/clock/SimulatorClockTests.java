package io.outlay.ingestion.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorClockTests {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void standsWhereItWasPutAndIsMovedByHand() {
    SimulatorClock clock = SimulatorClock.standingAt(NOON);
    clock.advance(Duration.ofHours(3));
    clock.advance(Duration.ofHours(-1));

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    clock.moveTo(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void keepsFollowingAnotherClockAtADistance() {
    SimulatorClock other = SimulatorClock.standingAt(NOON);
    SimulatorClock clock = SimulatorClock.following(other);
    clock.advance(Duration.ofDays(1));
    other.moveTo(NOON.plusSeconds(5));

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)).plusSeconds(5));
  }

  @Test
  void canBeAdvancedHourByHourForYears() {
    SimulatorClock clock = SimulatorClock.standingAt(NOON);
    for (int hour = 0; hour < 100_000; hour++) {
      clock.advance(Duration.ofHours(1));
    }

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(100_000)));
  }
}
