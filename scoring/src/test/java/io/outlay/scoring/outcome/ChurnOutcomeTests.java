package io.outlay.scoring.outcome;

import static io.outlay.domain.userevent.EventType.DEVICE_SEEN;
import static io.outlay.domain.userevent.EventType.SESSION_STARTED;
import static io.outlay.scoring.outcome.SampleEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.scoring.outcome.UserOutcome.TimeTo;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Active 14 days, run 14 days, horizon 30 days: ripe 44 days after. */
class ChurnOutcomeTests {

  private static final ChurnSettings SETTINGS = RiskSettings.DEFAULTS.churn();
  private static final Instant AT = Instant.parse("2026-03-10T15:30:00Z");
  private static final Instant RIPE = Instant.parse("2026-04-23T15:30:00Z");

  @Test
  void aRunOfInactiveDaysWithinTheHorizonIsLeaving() {
    UserOutcome outcome = after(RIPE, session("2026-03-10"), session("2026-03-12"));
    assertThat(outcome.of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(outcome.timeTo(0)).isEqualTo(new TimeTo(3, true));
  }

  @Test
  void whoIsAlreadyQuietLeavesOnTheFirstDayAfter() {
    UserOutcome outcome = after(RIPE, session("2026-02-25"));
    assertThat(outcome.of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(outcome.timeTo(0)).isEqualTo(new TimeTo(1, true));
  }

  @Test
  void thirteenInactiveDaysAreNoRunAndFourteenAre() {
    KnownEvent[] everyFourteenth = {
      session("2026-03-10"), session("2026-03-24"), session("2026-04-07"), session("2026-04-21")
    };
    assertThat(after(RIPE, everyFourteenth).of(0)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
    KnownEvent[] everyFifteenth = {
      session("2026-03-10"), session("2026-03-25"), session("2026-04-09"), session("2026-04-22")
    };
    UserOutcome outcome = after(RIPE, everyFifteenth);
    assertThat(outcome.of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(outcome.timeTo(0)).isEqualTo(new TimeTo(1, true));
  }

  @Test
  void aRunThatBeginsOnTheHorizonsLastDayCountsAndOnTheNextDoesNot() {
    assertThat(after(RIPE, daily("2026-03-10", 29)).of(0)).isEqualTo(KnownOutcome.HAPPENED);
    assertThat(after(RIPE, daily("2026-03-10", 30)).of(0)).isEqualTo(KnownOutcome.DID_NOT_HAPPEN);
    assertThat(after(UtcDays.plus(RIPE, 60), daily("2026-03-10", 30)).timeTo(0))
        .isEqualTo(new TimeTo(31, true));
  }

  @Test
  void isRipeExactlyAfterHorizonAndRunAndNotAMicrosecondBefore() {
    assertThat(after(RIPE, session("2026-03-10")).of(0)).isEqualTo(KnownOutcome.HAPPENED);
    UserOutcome before = after(RIPE.minusNanos(1_000), session("2026-03-10"));
    assertThat(before.of(0)).isEqualTo(KnownOutcome.UNRIPE);
    assertThat(before.learned(0)).isNull();
  }

  @Test
  void whoStaysIsCensoredWhereNoRunCanBeKnownToHaveBegun() {
    KnownEvent[] stays = daily("2026-03-10", 44);
    assertThat(after(RIPE, stays).timeTo(0)).isEqualTo(new TimeTo(30, false));
    KnownEvent[] quietAtTheEnd = daily("2026-03-10", 35);
    assertThat(after(RIPE, quietAtTheEnd).timeTo(0)).isEqualTo(new TimeTo(30, false));
    assertThat(after(UtcDays.plus(RIPE, 6), quietAtTheEnd).timeTo(0))
        .isEqualTo(new TimeTo(36, true));
  }

  @Test
  void isAskedOfUsersKnownToBeActiveOnTheDayOrThirteenDaysBefore() {
    assertThat(after(RIPE, session("2026-02-24")).of(0)).isEqualTo(KnownOutcome.NOT_ASKED);
    assertThat(after(RIPE, at(DEVICE_SEEN, "2026-03-10T08:00:00Z")).of(0))
        .isEqualTo(KnownOutcome.NOT_ASKED);
    KnownEvent recordedLater =
        at(SESSION_STARTED, "2026-03-10T08:00:00Z", "2026-03-10T15:30:00.000001Z");
    assertThat(after(RIPE, recordedLater).of(0)).isEqualTo(KnownOutcome.NOT_ASKED);
    KnownEvent justInTime = at(SESSION_STARTED, "2026-03-10T08:00:00Z", "2026-03-10T15:30:00Z");
    assertThat(after(RIPE, justInTime).of(0)).isEqualTo(KnownOutcome.HAPPENED);
  }

  @Test
  void whatBecameKnownTooLateDoesNotCount() {
    KnownEvent late = at(SESSION_STARTED, "2026-03-20T08:00:00Z", "2026-05-20T08:00:00Z");
    UserOutcome outcome = after(RIPE, session("2026-03-10"), late);
    assertThat(outcome.timeTo(0)).isEqualTo(new TimeTo(1, true));
  }

  private static UserOutcome after(Instant knownBy, KnownEvent... events) {
    UserOutcome outcome = new ChurnOutcome(SETTINGS, List.of(AT), knownBy);
    for (KnownEvent event : events) {
      outcome.add(event);
    }
    return outcome;
  }

  private static KnownEvent session(String day) {
    return at(SESSION_STARTED, day + "T08:00:00Z");
  }

  /** Sessions on a day and so many days after it. */
  private static KnownEvent[] daily(String first, int more) {
    Instant begin = Instant.parse(first + "T08:00:00Z");
    KnownEvent[] events = new KnownEvent[more + 1];
    for (int i = 0; i <= more; i++) {
      events[i] = at(SESSION_STARTED, UtcDays.plus(begin, i).toString());
    }
    return events;
  }
}
