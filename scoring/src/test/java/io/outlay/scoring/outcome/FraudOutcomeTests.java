package io.outlay.scoring.outcome;

import static io.outlay.domain.userevent.EventType.FRAUD_CLEARED;
import static io.outlay.domain.userevent.EventType.FRAUD_CONFIRMED;
import static io.outlay.domain.userevent.EventType.SESSION_STARTED;
import static io.outlay.scoring.outcome.SampleEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ripe after 60 days. */
class FraudOutcomeTests {

  private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant RIPE = Instant.parse("2026-05-09T12:00:00Z");
  private static final KnownEvent CONFIRMED = at(FRAUD_CONFIRMED, "2026-04-01T00:00:00Z");
  private static final KnownEvent CLEARED = at(FRAUD_CLEARED, "2026-04-02T00:00:00Z");

  @Test
  void theLatestLabelDecides() {
    assertThat(after(RIPE, CONFIRMED).of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(after(RIPE, CONFIRMED, CLEARED).of(0)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
    assertThat(after(RIPE, CLEARED, CONFIRMED).of(0)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
  }

  @Test
  void nothingIsToldBeforeTheDelayIsOver() {
    UserOutcome early = after(RIPE.minusNanos(1_000), CONFIRMED);
    assertThat(early.of(0)).isEqualTo(KnownOutcome.UNRIPE);
    assertThat(early.learned(0)).isNull();
  }

  @Test
  void ofAnUnlabelledUserItIsNeverKnownAndIsLearnedAsNo() {
    UserOutcome outcome = after(RIPE, at(SESSION_STARTED, "2026-03-01T00:00:00Z"));
    assertThat(outcome.of(0)).isEqualTo(KnownOutcome.UNRIPE);
    assertThat(outcome.learned(0)).isFalse();
  }

  @Test
  void isNotAskedOfUsersLabelledBefore() {
    UserOutcome outcome = after(RIPE, at(FRAUD_CLEARED, "2026-03-10T12:00:00Z"), CONFIRMED);
    assertThat(outcome.of(0)).isEqualTo(KnownOutcome.NOT_ASKED);
    assertThat(outcome.learned(0)).isNull();
  }

  @Test
  void aLabelRecordedTooLateIsNotKnown() {
    KnownEvent late = at(FRAUD_CONFIRMED, "2026-04-01T00:00:00Z", "2026-05-09T12:00:00.000001Z");
    assertThat(after(RIPE, late).learned(0)).isFalse();
  }

  @Test
  void isNotAskedOfUsersWhoLeftLongAgo() {
    assertThat(seen("2026-02-08T23:59:59Z").of(0)).isEqualTo(KnownOutcome.NOT_ASKED);
    assertThat(seen("2026-02-08T23:59:59Z").learned(0)).isNull();
    assertThat(seen("2026-02-09T00:00:00Z").of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(seen("2026-03-10T12:00:01Z").of(0)).isEqualTo(KnownOutcome.NOT_ASKED);
  }

  private static UserOutcome seen(String session) {
    UserOutcome outcome = new FraudOutcome(RiskSettings.DEFAULTS.fraud(), List.of(AT), RIPE);
    outcome.add(at(SESSION_STARTED, session));
    outcome.add(CONFIRMED);
    return outcome;
  }

  /** Of a user who was there the day before. */
  private static UserOutcome after(Instant knownBy, KnownEvent... events) {
    UserOutcome outcome = new FraudOutcome(RiskSettings.DEFAULTS.fraud(), List.of(AT), knownBy);
    outcome.add(at(SESSION_STARTED, "2026-03-09T10:00:00Z"));
    for (KnownEvent event : events) {
      outcome.add(event);
    }
    return outcome;
  }
}
