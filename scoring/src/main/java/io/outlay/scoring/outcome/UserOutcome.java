package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one user after each of some times, told by the user's events in any order. */
interface UserOutcome {

  /** Takes an event into account. */
  void add(KnownEvent event);

  /** What became of the user after a time, by its place. */
  KnownOutcome of(int sample);

  /** What a model learns of a time: whether it happened; null for nothing. */
  default @Nullable Boolean learned(int sample) {
    return switch (of(sample)) {
      case HAPPENED -> true;
      case DID_NOT_HAPPEN -> false;
      case UNRIPE, NOT_ASKED -> null;
    };
  }

  /** How long it took, or how long it had not happened; null where the kind has no times. */
  default @Nullable TimeTo timeTo(int sample) {
    return null;
  }

  /** The outcome of a kind. */
  static UserOutcome of(
      RiskKind kind, RiskSettings settings, List<Instant> times, Instant knownBy) {
    return switch (kind) {
      case CHURN -> new ChurnOutcome(settings.churn(), times, knownBy);
      case FIRST_PURCHASE -> new FirstPurchaseOutcome(settings.firstPurchase(), times, knownBy);
      case FRAUD -> new FraudOutcome(settings.fraud(), times, knownBy);
    };
  }

  /**
   * A time until something.
   *
   * @param days days until it happened, or until when it is known not to have
   * @param hasHappened whether it happened
   */
  record TimeTo(double days, boolean hasHappened) {}
}
