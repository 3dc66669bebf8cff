package io.outlay.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleTimesTests {

  private static final RiskSettings SETTINGS = RiskSettings.DEFAULTS;
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant KNOWN_BY = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void laterKnowledgeAddsTimesAndMovesNone() {
    for (RiskKind kind : List.of(RiskKind.CHURN, RiskKind.FRAUD)) {
      SampleTimes now = SampleTimes.ripe(kind, SETTINGS, FROM, KNOWN_BY);
      SampleTimes later = SampleTimes.ripe(kind, SETTINGS, FROM, UtcDays.plus(KNOWN_BY, 90));
      for (long user = 1; user <= 200; user++) {
        List<Instant> times = now.of(user, null);
        assertThat(later.of(user, null)).startsWith(times.toArray(Instant[]::new));
        assertThat(times).isSorted().allSatisfy(at -> assertThat(at).isBetween(FROM, now.until()));
      }
    }
  }

  @Test
  void allTimesAreRipe() {
    assertThat(SampleTimes.ripe(RiskKind.CHURN, SETTINGS, FROM, KNOWN_BY).until())
        .isEqualTo(UtcDays.plus(KNOWN_BY, -44));
    assertThat(SampleTimes.ripe(RiskKind.FRAUD, SETTINGS, FROM, KNOWN_BY).until())
        .isEqualTo(UtcDays.plus(KNOWN_BY, -60));
    assertThat(SampleTimes.ripe(RiskKind.FIRST_PURCHASE, SETTINGS, FROM, KNOWN_BY).until())
        .isEqualTo(UtcDays.plus(KNOWN_BY, -14));
  }

  @Test
  void firstPurchasesAreAskedForOnceAtEachAge() {
    SampleTimes times = SampleTimes.ripe(RiskKind.FIRST_PURCHASE, SETTINGS, FROM, KNOWN_BY);
    Instant signedUp = Instant.parse("2025-06-01T10:00:00Z");
    assertThat(times.of(7, signedUp))
        .extracting(at -> Duration.between(signedUp, at).toDays())
        .containsExactly(0L, 1L, 3L);
    assertThat(times.of(7, null)).isEmpty();
  }

  @Test
  void timesOfDaySpreadOverTheWholeDay() {
    SampleTimes times = SampleTimes.ripe(RiskKind.CHURN, SETTINGS, FROM, KNOWN_BY);
    Set<Long> hours = new HashSet<>();
    for (long user = 1; user <= 100; user++) {
      times.of(user, null).forEach(at -> hours.add(at.getEpochSecond() / 3_600 % 24));
    }
    assertThat(hours).hasSize(24);
  }
}
