package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;

/** One user's life, played from the day of signing up. */
final class UserPlay {

  private final SimulatedUser user;
  private final PlayState state = new PlayState();
  private final Beliefs beliefs;
  private LocalDate next;

  private UserPlay(SimulatedUser user) {
    this.user = user;
    this.beliefs = Beliefs.onSignUp(user);
    this.next = user.signUp();
  }

  /** Hears of each day that is played. */
  @FunctionalInterface
  interface Told {

    /**
     * A day.
     *
     * @param before what the user had shown before it
     */
    void day(LocalDate day, PlayDay play, PlayState before);
  }

  static UserPlay of(SimulatedUser user) {
    return new UserPlay(user);
  }

  /** Plays up to a day, which is not played any more. */
  UserPlay until(LocalDate end, Told told) {
    while (next.isBefore(end)) {
      PlayDay play = user.day(next, state);
      beliefs.see(play, user, next, state);
      told.day(next, play, state);
      state.end(play.came(), play.minutes(), play.levels(), play.bought());
      next = next.plusDays(1);
    }
    return this;
  }

  SimulatedUser user() {
    return user;
  }

  /** What the next day depends on. */
  PlayState state() {
    return state;
  }

  /** What can be known of the persona by now. */
  Beliefs beliefs() {
    return beliefs;
  }

  /** The day to be played next. */
  LocalDate next() {
    return next;
  }
}
