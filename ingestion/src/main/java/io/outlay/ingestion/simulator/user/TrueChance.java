package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What becomes of users, and how likely it was: over many lives played on from a day, each with a
 * persona drawn from what could be known of it. Nobody can foretell better than these chances.
 *
 * @param chance that it happens, from 0 to 1
 * @param happens whether it does in the life that is played
 */
public record TrueChance(String userId, double chance, boolean happens) {

  private static final int LIVES = 200;

  /** What is asked of a life played on. */
  @FunctionalInterface
  interface Question {

    /** Whether it happens on the days that follow. */
    boolean happens(Days days);
  }

  /** Days that follow, one after the other. */
  @FunctionalInterface
  interface Days {

    /** The next day. */
    PlayDay next();
  }

  /**
   * Whether a user buys.
   *
   * @param horizon days from the next on
   */
  static Question buysWithin(int horizon) {
    return days -> {
      for (int day = 0; day < horizon; day++) {
        if (days.next().bought()) {
          return true;
        }
      }
      return false;
    };
  }

  /**
   * Whether a run of days without coming begins.
   *
   * @param horizon days within which the run begins
   * @param run its length
   * @param awayBefore days the user has been away already
   */
  static Question leavesWithin(int horizon, int run, int awayBefore) {
    return days -> {
      int away = awayBefore;
      for (int day = 0; day < horizon + run; day++) {
        away = days.next().came() ? 0 : away + 1;
        int began = day - away + 1;
        if (away >= run && began < horizon) {
          return true;
        }
      }
      return false;
    };
  }

  /** How likely something is for a user as played so far, and whether it happens. */
  static TrueChance of(UserPlay play, Question question) {
    double[] personas = play.beliefs().chances();
    SplittableRandom random =
        UserWorld.random(play.user().signUp().toEpochDay(), play.user().number(), 99);
    int yes = 0;
    for (int life = 0; life < LIVES; life++) {
      Persona persona = Persona.values()[Market.at(personas, random.nextDouble())];
      yes += question.happens(imagined(play, persona, random)) ? 1 : 0;
    }
    return new TrueChance(play.user().id(), yes / (double) LIVES, question.happens(real(play)));
  }

  private static Days imagined(UserPlay play, Persona persona, SplittableRandom random) {
    Following days = new Following(play);
    SimulatedUser user = play.user();
    return () ->
        days.go(
            day ->
                PlayDay.draw(
                    random,
                    persona,
                    days.state,
                    SimulatedUser.isWeekend(day),
                    user.market(),
                    user.world().shorter(day)));
  }

  private static Days real(UserPlay play) {
    Following days = new Following(play);
    return () -> days.go(day -> play.user().day(day, days.state));
  }

  /** Days from where a life stands. */
  private static final class Following {

    private final PlayState state;
    private LocalDate day;

    Following(UserPlay play) {
      this.state = play.state().copy();
      this.day = play.next();
    }

    PlayDay go(java.util.function.Function<LocalDate, PlayDay> draw) {
      PlayDay play = draw.apply(day);
      state.end(play.came(), play.minutes(), play.levels(), play.bought());
      day = day.plusDays(1);
      return play;
    }
  }
}
