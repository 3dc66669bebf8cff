package io.outlay.scoring.outcome;

import static io.outlay.domain.userevent.EventType.PURCHASE;
import static io.outlay.domain.userevent.EventType.REFUND;
import static io.outlay.scoring.outcome.SampleEvents.at;
import static io.outlay.scoring.outcome.SampleEvents.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstPurchaseOutcomeTests {

  private static final FirstPurchaseSettings SETTINGS = RiskSettings.DEFAULTS.firstPurchase();
  private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant RIPE = Instant.parse("2026-03-24T12:00:00Z");

  @Test
  void aPurchaseUpToTheHorizonsEndHappenedAndLaterDidNot() {
    assertThat(of(money(PURCHASE, "2026-03-24T12:00:00Z", "a", 5)))
        .isEqualTo(KnownOutcome.HAPPENED);
    assertThat(
            of(
                SETTINGS,
                UtcDays.plus(RIPE, 9),
                money(PURCHASE, "2026-03-24T12:00:00.000001Z", "a", 5)))
        .isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
    assertThat(of()).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
  }

  @Test
  void isUnripeUntilTheHorizonsEndAlsoForThoseWhoBought() {
    KnownEvent bought = money(PURCHASE, "2026-03-11T12:00:00Z", "a", 5);
    assertThat(of(SETTINGS, RIPE.minusNanos(1_000), bought)).isEqualTo(KnownOutcome.UNRIPE);
    assertThat(of(SETTINGS, RIPE, bought)).isEqualTo(KnownOutcome.HAPPENED);
  }

  @Test
  void isNotAskedOfUsersWhoBoughtBeforeAlsoWhereThatWasLearnedLater() {
    assertThat(of(money(PURCHASE, "2026-03-10T12:00:00Z", "a", 5)))
        .isEqualTo(KnownOutcome.NOT_ASKED);
    assertThat(of(at(PURCHASE, "2026-03-10T11:00:00Z", "2026-03-11T11:00:00Z")))
        .isEqualTo(KnownOutcome.NOT_ASKED);
  }

  @Test
  void aPurchaseWhollyRefundedWithinTheHorizonDoesNotCountUnlessWanted() {
    KnownEvent bought = money(PURCHASE, "2026-03-11T12:00:00Z", "a", 5_000_000);
    KnownEvent part = money(REFUND, "2026-03-12T12:00:00Z", "a", 2_000_000);
    KnownEvent rest = money(REFUND, "2026-03-13T12:00:00Z", "a", 3_000_000);
    KnownEvent restTooLate = money(REFUND, "2026-03-24T12:00:01Z", "a", 3_000_000);
    KnownEvent ofAnother = money(REFUND, "2026-03-13T12:00:00Z", "b", 9_000_000);
    assertThat(of(bought, part)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(of(bought, part, rest)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
    assertThat(of(bought, part, restTooLate)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(of(bought, ofAnother)).isEqualTo(KnownOutcome.HAPPENED);
    FirstPurchaseSettings counting =
        new FirstPurchaseSettings(SETTINGS.agesDays(), 14, true, SETTINGS.costs());
    assertThat(of(counting, RIPE, bought, part, rest)).isEqualTo(KnownOutcome.HAPPENED);
  }

  @Test
  void aRefundWithoutAnAmountGivesAllBack() {
    KnownEvent bought = money(PURCHASE, "2026-03-11T12:00:00Z", "a", 5_000_000);
    KnownEvent refund = SampleEvents.withOrder(REFUND, "2026-03-12T12:00:00Z", "a", null);
    assertThat(of(bought, refund)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
  }

  private static KnownOutcome of(KnownEvent... events) {
    return of(SETTINGS, RIPE, events);
  }

  private static KnownOutcome of(
      FirstPurchaseSettings settings, Instant knownBy, KnownEvent... events) {
    UserOutcome outcome = new FirstPurchaseOutcome(settings, List.of(AT), knownBy);
    for (KnownEvent event : events) {
      outcome.add(event);
    }
    return outcome.of(0);
  }
}
