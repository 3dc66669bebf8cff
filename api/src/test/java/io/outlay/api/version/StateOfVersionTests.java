package io.outlay.api.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.version.DataVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a version's state becomes another one by the clock alone. */
class StateOfVersionTests {

  private static final DataVersion VERSION =
      new DataVersion(7, Instant.parse("2026-11-21T08:00:00Z"));
  private static final Set<ZoneId> ZONES = Set.of(ZoneId.of("UTC"), ZoneId.of("Asia/Seoul"));

  private final StateOfVersion state = new StateOfVersion(VERSION, ZONES);

  @Test
  void staysAsLongAsNoAccountHasAnotherDay() {
    assertThat(at("2026-11-21T06:00:00Z")).isEqualTo(at("2026-11-21T14:59:59Z"));
  }

  @Test
  void changesAtMidnightOfEachZoneAndWhenTheDayBeforeMustBeThere() {
    String evening = at("2026-11-21T14:59:59Z");
    String midnightInSeoul = at("2026-11-21T15:00:00Z");
    String sixInSeoul = at("2026-11-21T21:00:00Z");
    String midnight = at("2026-11-22T00:00:00Z");

    assertThat(Set.of(evening, midnightInSeoul, sixInSeoul, midnight)).hasSize(4);
    assertThat(at("2026-11-21T20:59:59Z")).isEqualTo(midnightInSeoul);
    assertThat(at("2026-11-21T23:59:59Z")).isEqualTo(sixInSeoul);
  }

  @Test
  void isReckonedAnewForAClockThatWasSetBack() {
    String before = at("2026-11-20T12:00:00Z");
    at("2026-11-21T12:00:00Z");

    assertThat(at("2026-11-20T12:00:00Z")).isEqualTo(before);
  }

  @Test
  void tellsVersionsApartAlsoWithoutAccounts() {
    DataVersion next = new DataVersion(8, VERSION.committedAt());
    Instant now = Instant.parse("2026-11-21T12:00:00Z");

    assertThat(new StateOfVersion(next, Set.of()).at(now))
        .isNotEqualTo(new StateOfVersion(VERSION, Set.of()).at(now));
    assertThat(state.isOf(VERSION)).isTrue();
    assertThat(state.isOf(next)).isFalse();
  }

  private String at(String time) {
    return state.at(Instant.parse(time));
  }
}
