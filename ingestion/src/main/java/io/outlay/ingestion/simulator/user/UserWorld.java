package io.outlay.ingestion.simulator.user;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A game's users by the day they signed up.
 *
 * @param seed where chance begins
 * @param usersADay mean users that sign up on a day
 * @param changesFrom day from which the game and its users change: many more come from the offer
 *     wall, and a new version makes sessions shorter; null for never
 */
public record UserWorld(long seed, double usersADay, @Nullable LocalDate changesFrom) {

  private static final double OFFERWALL_AFTER = 0.40;
  private static final double SHORTER_AFTER = 0.55;
  private static final int USERS_A_RING = 160;

  /** All who signed up on a day. */
  List<SimulatedUser> signedUpOn(LocalDate day) {
    SplittableRandom random = random(seed, day.toEpochDay(), 7);
    double season = 1 + 0.25 * Math.sin(day.getDayOfYear() / 58.1);
    double mean = usersADay * season * (SimulatedUser.isWeekend(day) ? 1.2 : 0.92);
    int count = (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
    List<SimulatedUser> users = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      users.add(user(day, number, random));
    }
    return users;
  }

  private SimulatedUser user(LocalDate day, int number, SplittableRandom random) {
    Source source = Source.at(random.nextDouble(), offerwall(day));
    Persona persona = persona(source, random.nextDouble());
    int country = Market.country(random.nextDouble());
    int platform = source == Source.APPLE_SEARCH_ADS ? 1 : Market.platform(random.nextDouble());
    int deviceGroup = group(random, persona, persona.habits().sharesDevice());
    int addressGroup = group(random, persona, persona.habits().sharesAddress());
    return new SimulatedUser(
        this, day, number, source, persona, country, platform, deviceGroup, addressGroup);
  }

  /** Abusers of a week meet in few groups, others in many small ones. */
  private int group(SplittableRandom random, Persona persona, double shares) {
    boolean shared = random.nextDouble() < shares;
    int ring = random.nextInt(rings());
    int family = rings() + random.nextInt(Math.max(2, weekly() / 12));
    if (!shared) {
      return -1;
    }
    return persona == Persona.ABUSER ? ring : family;
  }

  /** Groups of a week that are rings of abusers; those of higher numbers are families. */
  int rings() {
    return Math.max(1, weekly() / USERS_A_RING);
  }

  private int weekly() {
    return (int) Math.max(4, usersADay * 7);
  }

  private static Persona persona(Source source, double place) {
    double sum = 0;
    for (Persona persona : Persona.values()) {
      sum += source.chanceOf(persona);
      if (place < sum) {
        return persona;
      }
    }
    return Persona.HONEST;
  }

  private boolean isChanged(LocalDate day) {
    LocalDate from = changesFrom;
    return from != null && !day.isBefore(from);
  }

  double offerwall(LocalDate day) {
    return isChanged(day) ? OFFERWALL_AFTER : Source.usualOfferwall();
  }

  double shorter(LocalDate day) {
    return isChanged(day) ? SHORTER_AFTER : 1;
  }

  int week(LocalDate day) {
    return (int) Math.floorDiv(day.toEpochDay(), 7L);
  }

  static SplittableRandom random(long seed, long first, long second) {
    long mixed = seed * 0x9E3779B97F4A7C15L + first * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 31)) + second * 0x94D049BB133111EBL;
    return new SplittableRandom(mixed ^ (mixed >>> 29));
  }
}
