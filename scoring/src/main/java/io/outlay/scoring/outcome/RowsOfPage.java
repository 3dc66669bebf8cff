package io.outlay.scoring.outcome;

import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a page of users, whose events pass by one user after the other. */
final class RowsOfPage {

  private final TablePlan plan;
  private final SampleTimes times;
  private final Map<Long, Instant> signUps;
  private final ChosenRows chosen;
  private @Nullable UserRows current;

  RowsOfPage(TablePlan plan, Map<Long, Instant> signUps, ChosenRows chosen) {
    this.plan = plan;
    this.times = plan.times();
    this.signUps = signUps;
    this.chosen = chosen;
  }

  RowsOfPage add(KnownEvent event) {
    UserRows user = current;
    if (user == null || user.userId() != event.userId()) {
      end();
      long userId = event.userId();
      user = new UserRows(userId, times.of(userId, signUps.get(userId)), plan, chosen);
      current = user;
    }
    user.add(event);
    return this;
  }

  void end() {
    if (current != null) {
      current.end();
      current = null;
    }
  }
}
