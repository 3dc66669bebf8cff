package io.outlay.ingestion.simulator.user;

/** What a user is in truth. No event tells it; what users do follows from it. */
public enum Persona {
  HONEST(new Habits(0.45, 0.86, 130, 0.4, 600, 0.4, 0.06, 0.014, 0.04, 0.02, 0.003, 0.10, 0.10)),
  /** Comes for a few days, and then ever less. */
  LEAVER(new Habits(0.40, 0.70, 35, 0.2, 400, 0.3, 0.05, 0.007, 0.04, 0.02, 0.003, 0.08, 0.10)),
  /** Plays and pays much. */
  WHALE(new Habits(0.80, 0.95, 300, 1.4, 1500, 0.7, 0.10, 0.120, 0.02, 0.01, 0.002, 0.05, 0.08)),
  /** Comes for what is given away. */
  BONUS_HUNTER(
      new Habits(0.50, 0.80, 90, 1.2, 250, 0.1, 2.00, 0.002, 0.08, 0.05, 0.010, 0.35, 0.30)),
  /** One of a ring that shares devices, pays with what does not hold, and takes money back. */
  ABUSER(new Habits(0.50, 0.85, 80, 0.6, 350, 0.1, 0.40, 0.030, 0.30, 0.25, 0.030, 0.60, 0.50));

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Habits habits;

  Persona(Habits habits) {
    this.habits = habits;
  }

  Habits habits() {
    return habits;
  }

  /**
   * What a persona does from day to day.
   *
   * @param comes chance to come on the day after one that it came
   * @param fades what is left of that chance with each day away
   * @param tires days of age after which a third of it is left
   * @param moreSessions mean sessions of a day beyond the first
   * @param sessionSeconds median length of a session
   * @param levels mean levels a day at the beginning
   * @param bonuses mean bonuses taken a day
   * @param buys chance to buy on a day, before platform, country and play are looked at
   * @param fails chance that a payment fails
   * @param refunds chance that a purchase is taken back
   * @param reported mean complaints of others a day
   * @param sharesDevice chance to use a device of others
   * @param sharesAddress chance to be at an address of others
   */
  record Habits(
      double comes,
      double fades,
      double tires,
      double moreSessions,
      double sessionSeconds,
      double levels,
      double bonuses,
      double buys,
      double fails,
      double refunds,
      double reported,
      double sharesDevice,
      double sharesAddress) {}
}
