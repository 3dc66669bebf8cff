package io.outlay.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyScoringTests {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T02:59:59Z, 2026-11-19T03:00:00Z",
    "2026-11-20T03:00:00Z, 2026-11-20T03:00:00Z",
    "2026-11-20T23:00:00Z, 2026-11-20T03:00:00Z"
  })
  void aRoundBeginsOnceADay(Instant now, Instant last) {
    assertThat(NightlyScoring.lastRound(now, LocalTime.of(3, 0))).isEqualTo(last);
  }
}
