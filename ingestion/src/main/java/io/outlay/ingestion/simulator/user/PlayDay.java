package io.outlay.ingestion.simulator.user;

import java.util.random.RandomGenerator;

/**
 * What a user does on a day.
 *
 * @param seconds lengths of the sessions; empty where the user does not come
 * @param purchaseTier what is bought: a place in {@link #PRICES}, or -1 for nothing
 * @param failedPayments payments that failed before
 * @param isRefunded whether the purchase is taken back some days later
 */
@SuppressWarnings("ArrayRecordComponent") // one a session, never compared
record PlayDay(
    int[] seconds,
    int levels,
    int bonuses,
    int purchaseTier,
    int failedPayments,
    boolean isRefunded,
    int reports) {

  static final String[] PRICES = {"0.99", "4.99", "9.99", "19.99", "49.99", "99.99"};

  private static final double[][] TIERS = {
    {0.40, 0.35, 0.15, 0.07, 0.02, 0.01},
    {0.60, 0.28, 0.08, 0.03, 0.007, 0.003},
    {0.10, 0.20, 0.25, 0.20, 0.15, 0.10},
    {0.70, 0.20, 0.06, 0.03, 0.007, 0.003},
    {0.10, 0.10, 0.20, 0.25, 0.20, 0.15}
  };
  private static final double SPREAD = 0.7;
  private static final PlayDay AWAY = new PlayDay(new int[0], 0, 0, -1, 0, false, 0);

  boolean came() {
    return seconds.length > 0;
  }

  boolean bought() {
    return purchaseTier >= 0;
  }

  double minutes() {
    double sum = 0;
    for (int length : seconds) {
      sum += length / 60.0;
    }
    return sum;
  }

  /** Draws a day. */
  static PlayDay draw(
      RandomGenerator random,
      Persona persona,
      PlayState state,
      boolean weekend,
      double market,
      double shorter) {
    Persona.Habits habits = persona.habits();
    if (random.nextDouble() >= state.comes(habits, weekend)) {
      return AWAY;
    }
    int[] seconds = new int[1 + Chance.poisson(random, habits.moreSessions())];
    for (int i = 0; i < seconds.length; i++) {
      double length = habits.sessionSeconds() * shorter * Math.exp(SPREAD * random.nextGaussian());
      seconds[i] = (int) Math.max(5, Math.min(14_400, Math.round(length)));
    }
    int levels = Chance.poisson(random, state.levels(habits));
    int bonuses = Chance.poisson(random, habits.bonuses());
    boolean buys = random.nextDouble() < state.buys(habits, market);
    int failed = 0;
    while (buys && failed < 3 && random.nextDouble() < habits.fails()) {
      failed++;
    }
    int tier = buys && failed < 3 ? Market.at(TIERS[persona.ordinal()], random.nextDouble()) : -1;
    boolean refunded = tier >= 0 && random.nextDouble() < habits.refunds();
    return new PlayDay(
        seconds,
        levels,
        bonuses,
        tier,
        failed,
        refunded,
        Chance.poisson(random, habits.reported()));
  }

  /**
   * Logarithm of the chance that a persona would have done this, up to what is the same for all.
   */
  double logLikelihood(
      Persona persona, PlayState state, boolean weekend, double market, double shorter) {
    Persona.Habits habits = persona.habits();
    double comes = state.comes(habits, weekend);
    if (!came()) {
      return Math.log(Math.max(1e-9, 1 - comes));
    }
    double sum = Math.log(comes);
    sum += Chance.logPoisson(seconds.length - 1, habits.moreSessions());
    for (int length : seconds) {
      sum += Chance.logLogNormal(length, habits.sessionSeconds() * shorter, SPREAD);
    }
    sum += Chance.logPoisson(levels, state.levels(habits));
    sum += Chance.logPoisson(bonuses, habits.bonuses());
    sum += Chance.logPoisson(reports, habits.reported());
    boolean tried = bought() || failedPayments > 0;
    sum += Chance.logYesNo(tried, state.buys(habits, market));
    if (tried) {
      sum += failedPayments * Math.log(habits.fails());
      sum += bought() ? Math.log(1 - habits.fails()) : 0;
    }
    if (bought()) {
      sum += Math.log(TIERS[persona.ordinal()][purchaseTier]);
      sum += Chance.logYesNo(isRefunded, habits.refunds());
    }
    return sum;
  }
}
