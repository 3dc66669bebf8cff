package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;
import java.util.function.BiConsumer;

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

  static UserPlay of(SimulatedUser user) {
    return new UserPlay(user);
  }

  /** Plays up to a day, which is not played any more. */
  UserPlay until(LocalDate end, BiConsumer<LocalDate, PlayDay> told) {
    while (next.isBefore(end)) {
      PlayDay play = user.day(next, state);
      beliefs.see(play, user, next, state);
      told.accept(next, play);
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
