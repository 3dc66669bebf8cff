package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;

/**
 * What somebody who knows how the world is made, and has seen all that a user did, can say of the
 * user's persona: the exact posterior by Bayes' rule. No model can know more.
 */
final class Beliefs {

  private static final Persona[] PERSONAS = Persona.values();

  private final double[] logarithms = new double[PERSONAS.length];

  /** What can be said on signing up: by source, and by whether device and address are shared. */
  static Beliefs onSignUp(SimulatedUser user) {
    Beliefs beliefs = new Beliefs();
    UserWorld world = user.world();
    for (Persona persona : PERSONAS) {
      Persona.Habits habits = persona.habits();
      beliefs.logarithms[persona.ordinal()] =
          Math.log(user.source().chanceOf(persona))
              + sharing(world, persona, user.deviceGroup(), habits.sharesDevice())
              + sharing(world, persona, user.addressGroup(), habits.sharesAddress());
    }
    return beliefs;
  }

  private static double sharing(UserWorld world, Persona persona, int group, double shares) {
    if (group < 0) {
      return Math.log(1 - shares);
    }
    boolean inRing = group < world.rings();
    boolean isAbuser = persona == Persona.ABUSER;
    return inRing == isAbuser ? Math.log(shares) : Math.log(1e-6);
  }

  /** Learns from a day. */
  void see(PlayDay play, SimulatedUser user, LocalDate day, PlayState before) {
    boolean weekend = SimulatedUser.isWeekend(day);
    for (Persona persona : PERSONAS) {
      logarithms[persona.ordinal()] +=
          play.logLikelihood(persona, before, weekend, user.market(), user.world().shorter(day));
    }
  }

  /** Chance of each persona; they add up to 1. */
  double[] chances() {
    double most = Double.NEGATIVE_INFINITY;
    for (double logarithm : logarithms) {
      most = Math.max(most, logarithm);
    }
    double sum = 0;
    double[] chances = new double[logarithms.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = Math.exp(logarithms[i] - most);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }
}
