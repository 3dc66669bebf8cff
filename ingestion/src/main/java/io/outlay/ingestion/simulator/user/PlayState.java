package io.outlay.ingestion.simulator.user;

/**
 * What a user has shown so far and what the next day depends on, beside the persona. All of it can
 * be seen in the events.
 */
final class PlayState {

  int age;
  int daysAway;
  int level;
  double engagement;
  boolean hasBought;

  PlayState copy() {
    PlayState copy = new PlayState();
    copy.age = age;
    copy.daysAway = daysAway;
    copy.level = level;
    copy.engagement = engagement;
    copy.hasBought = hasBought;
    return copy;
  }

  /** Chance to come today; certain on the day of signing up. */
  double comes(Persona.Habits habits, boolean weekend) {
    if (age == 0) {
      return 1;
    }
    double usual =
        habits.comes()
            * Math.pow(habits.fades(), daysAway)
            * Math.exp(-age / habits.tires())
            * (weekend ? 1.15 : 1);
    return Math.max(1e-6, Math.min(0.98, usual));
  }

  /** Mean levels of today: higher ones take longer. */
  double levels(Persona.Habits habits) {
    return habits.levels() / (1 + level / 40.0);
  }

  /** Chance to buy today, given that the user comes. */
  double buys(Persona.Habits habits, double market) {
    double play = 0.4 + Math.min(2.0, engagement / 20);
    return Math.min(0.9, habits.buys() * market * play * (hasBought ? 2.0 : 1.0));
  }

  /** Goes on to the next day. */
  void end(boolean came, double minutes, int levels, boolean bought) {
    engagement = age == 0 ? minutes : 0.8 * engagement + 0.2 * minutes;
    daysAway = came ? 0 : daysAway + 1;
    level += levels;
    hasBought |= bought;
    age++;
  }
}
