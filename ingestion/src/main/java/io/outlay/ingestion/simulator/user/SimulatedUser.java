package io.outlay.ingestion.simulator.user;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One made-up user. The same in every process and at every start: all of it follows from a seed,
 * the day of signing up and the user's number of that day.
 *
 * @param deviceGroup number of the group whose device the user shares; -1 for none
 * @param addressGroup number of the group whose address the user shares; -1 for none
 */
record SimulatedUser(
    UserWorld world,
    LocalDate signUp,
    int number,
    Source source,
    Persona persona,
    int country,
    int platform,
    int deviceGroup,
    int addressGroup) {

  /** The company's id of the user. */
  String id() {
    return "u-" + signUp.toEpochDay() + "-" + number;
  }

  /** Whether the user played as a guest at first and made an account later. */
  boolean beganAsGuest() {
    return random(-1).nextDouble() < 0.15;
  }

  /** The id of the device: the group's where it is shared. */
  String device() {
    return deviceGroup < 0 ? "d-" + id() : "d-" + world.week(signUp) + "-" + deviceGroup;
  }

  /** The network address: the group's where it is shared. */
  String address() {
    int place = addressGroup < 0 ? random(-2).nextInt(1 << 24) : addressGroup;
    int week = addressGroup < 0 ? 0 : world.week(signUp) % 200 + 1;
    return "10." + (week + (place >> 16)) % 256 + "." + (place >> 8 & 255) + "." + (place & 255);
  }

  double market() {
    return Market.buys(country, platform);
  }

  /** What the user does on a day, given what went before. */
  PlayDay day(LocalDate day, PlayState state) {
    return PlayDay.draw(
        random(day.toEpochDay()), persona, state, isWeekend(day), market(), world.shorter(day));
  }

  /** Chance for all that is told of one day, apart from what the day's play is drawn from. */
  RandomGenerator details(LocalDate day) {
    return random(day.toEpochDay() + 1_000_000);
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private SplittableRandom random(long salt) {
    return UserWorld.random(world.seed(), signUp.toEpochDay() * 1_000 + number, salt);
  }
}
