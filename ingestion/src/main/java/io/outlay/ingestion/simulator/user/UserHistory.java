package io.outlay.ingestion.simulator.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a world's users did, as their company's programs recorded it. */
public record UserHistory(UserWorld world) {

  /** Nobody plays on for longer than this; what is left of anyone's chance is nothing. */
  private static final int LONGEST_LIFE = 400;

  /**
   * Events of all who signed up within a time, as lines of JSON: those that are recorded after a
   * moment and up to another.
   *
   * @param from day of the first sign-up
   * @param to day of the last
   */
  public void tell(
      LocalDate from, LocalDate to, Instant after, Instant until, Consumer<String> line) {
    from.datesUntil(to.plusDays(1))
        .flatMap(day -> world.signedUpOn(day).stream())
        .forEach(user -> tell(user, after, until, line));
  }

  /** Whether users buy for the first time within a fortnight, asked at an age of some days. */
  public List<TrueChance> firstPurchases(LocalDate asked, int age) {
    return playedUntil(world.signedUpOn(asked.minusDays(age)).stream(), asked)
        .filter(play -> !play.state().hasBought)
        .map(play -> TrueChance.of(play, TrueChance.buysWithin(14)))
        .toList();
  }

  /**
   * Whether users who came lately leave.
   *
   * @param first day of the first sign-up that is looked at
   */
  public List<TrueChance> leavings(LocalDate first, LocalDate asked) {
    return playedUntil(users(first, asked), asked)
        .filter(play -> play.state().daysAway < 14)
        .map(play -> TrueChance.of(play, TrueChance.leavesWithin(30, 14, play.state().daysAway)))
        .toList();
  }

  /** Whether users who came within a month are abusers. */
  public List<TrueChance> abuses(LocalDate first, LocalDate asked) {
    return playedUntil(users(first, asked), asked)
        .filter(play -> play.state().daysAway < 30)
        .map(
            play ->
                new TrueChance(
                    play.user().id(),
                    play.beliefs().chances()[Persona.ABUSER.ordinal()],
                    play.user().persona() == Persona.ABUSER))
        .toList();
  }

  private Stream<SimulatedUser> users(LocalDate first, LocalDate end) {
    List<SimulatedUser> users = new ArrayList<>();
    first.datesUntil(end).forEach(day -> users.addAll(world.signedUpOn(day)));
    return users.stream();
  }

  private static Stream<UserPlay> playedUntil(Stream<SimulatedUser> users, LocalDate end) {
    return users.map(user -> UserPlay.of(user).until(end, (day, play, before) -> {}));
  }

  private static void tell(
      SimulatedUser user, Instant after, Instant until, Consumer<String> line) {
    LocalDate end = day(until).plusDays(1);
    LocalDate longest = user.signUp().plusDays(LONGEST_LIFE);
    UserPlay.of(user)
        .until(
            end.isBefore(longest) ? end : longest,
            (day, play, before) ->
                new DayEvents(
                        user,
                        day,
                        (recordedAt, text) -> {
                          if (recordedAt.isAfter(after) && !recordedAt.isAfter(until)) {
                            line.accept(text);
                          }
                        })
                    .tell(play, before.level));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
