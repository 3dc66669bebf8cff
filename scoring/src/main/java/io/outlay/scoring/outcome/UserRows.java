package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.useractivity.Attribute;
import io.outlay.domain.useractivity.Moment;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Rows of one user, made while its events pass by once. */
final class UserRows {

  private static final String UNKNOWN_SEGMENT = "(unknown)";

  private final long userId;
  private final TablePlan plan;
  private final ChosenRows chosen;
  private final List<Instant> times;
  private final List<PastUser> pasts;
  private final UserOutcome outcome;

  UserRows(long userId, List<Instant> times, TablePlan plan, ChosenRows chosen) {
    this.userId = userId;
    this.plan = plan;
    this.chosen = chosen;
    this.times = times.stream().filter(at -> chosen.wouldTake(chosen.rank(userId, at))).toList();
    this.pasts = this.times.stream().map(at -> new PastUser(at, plan.windows())).toList();
    this.outcome = UserOutcome.of(plan.kind(), plan.settings(), this.times, plan.knownBy());
  }

  long userId() {
    return userId;
  }

  void add(KnownEvent event) {
    if (times.isEmpty()) {
      return;
    }
    outcome.add(event);
    for (PastUser past : pasts) {
      past.add(event);
    }
  }

  /** Gives the rows to be chosen from. */
  void end() {
    for (int i = 0; i < times.size(); i++) {
      Boolean label = outcome.learned(i);
      if (label != null && isWhole(pasts.get(i))) {
        chosen.add(row(i, label));
      }
    }
  }

  /** Whether enough was known of the user by then for the question to come up. */
  private boolean isWhole(PastUser past) {
    return plan.kind() == RiskKind.FIRST_PURCHASE
        ? past.moment(Moment.SIGNED_UP) != null
        : past.isKnown();
  }

  private TableRow row(int place, boolean label) {
    Instant at = times.get(place);
    PastUser past = pasts.get(place);
    return new TableRow(
        chosen.rank(userId, at),
        new Sample(userId, at),
        PastFeatures.of(plan.features(), past),
        label,
        outcome.timeTo(place),
        Objects.requireNonNullElse(past.attribute(Attribute.CHANNEL), UNKNOWN_SEGMENT));
  }
}
