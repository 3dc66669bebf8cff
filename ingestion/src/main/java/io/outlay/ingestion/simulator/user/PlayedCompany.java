package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;

/** The companies of the demo, whose users are played. */
public enum PlayedCompany {
  /** Some 20,000 users in thirteen months, in quiet times. */
  DEMO_GAMES(2026, 54, false),
  /** A smaller one, whose game and users change a few weeks before the demo begins. */
  RIVAL_GAMES(1207, 26, true);

  private static final int DAYS_CHANGED = 45;

  private final long seed;
  private final double usersADay;
  private final boolean changes;

  PlayedCompany(long seed, double usersADay, boolean changes) {
    this.seed = seed;
    this.usersADay = usersADay;
    this.changes = changes;
  }

  /** Day from which the company's users are others; only of those that change. */
  public LocalDate changedDay(LocalDate begun) {
    return begun.minusDays(DAYS_CHANGED);
  }

  /** Whether its users change at some time. */
  public boolean changes() {
    return changes;
  }

  /** Its users, in a demo that began on a day. */
  public UserHistory users(LocalDate begun) {
    return new UserHistory(new UserWorld(seed, usersADay, changes ? changedDay(begun) : null));
  }
}
