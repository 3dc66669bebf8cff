package io.outlay.ingestion.simulator.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserWorldTests {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate ASKED = LocalDate.parse("2026-04-01");
  private static final UserWorld WORLD = new UserWorld(11, 25, null);
  private static final UserHistory HISTORY = new UserHistory(WORLD);

  @Test
  void tellsTheSameEventsAgain() {
    assertThat(events(HISTORY)).isEqualTo(events(new UserHistory(new UserWorld(11, 25, null))));
    assertThat(events(HISTORY)).isNotEqualTo(events(new UserHistory(new UserWorld(12, 25, null))));
  }

  @Test
  void eventIdsAreUniqueAndNothingIsRecordedLaterThanAsked() {
    List<String> lines = events(HISTORY);
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      assertThat(ids.add(line.substring(0, line.indexOf(',')))).isTrue();
    }
    assertThat(lines).noneMatch(line -> line.contains("\"recordedAt\":\"2026-07"));
  }

  @Test
  void newsInPortionsAreTheWholeHistory() {
    Instant end = Instant.parse("2026-01-20T15:30:00Z");
    List<String> whole = new ArrayList<>();
    HISTORY.tell(FIRST, FIRST.plusDays(19), Instant.MIN, end, whole::add);
    List<String> portions = new ArrayList<>();
    Instant before = Instant.MIN;
    for (Instant hour = Instant.parse("2026-01-01T00:00:00Z");
        !hour.isAfter(end);
        hour = hour.plusSeconds(5_400)) {
      HISTORY.tell(FIRST, FIRST.plusDays(19), before, hour, portions::add);
      before = hour;
    }
    HISTORY.tell(FIRST, FIRST.plusDays(19), before, end, portions::add);
    assertThat(portions).containsExactlyInAnyOrderElementsOf(whole).isNotEmpty();
  }

  @Test
  void chancesComeTrueAsOftenAsTheySayAndTellUsersApart() {
    List<TrueChance> leavings = HISTORY.leavings(FIRST, ASKED);
    assertThat(observedToExpected(leavings)).isBetween(0.93, 1.07);
    assertThat(rocAuc(leavings)).isBetween(0.7, 0.97);

    List<TrueChance> purchases = new ArrayList<>();
    FIRST.datesUntil(ASKED).forEach(day -> purchases.addAll(HISTORY.firstPurchases(day, 1)));
    assertThat(observedToExpected(purchases)).isBetween(0.8, 1.2);
    assertThat(rocAuc(purchases)).isBetween(0.65, 0.95);

    List<TrueChance> abuses = HISTORY.abuses(FIRST, ASKED);
    assertThat(observedToExpected(abuses)).isBetween(0.9, 1.1);
    assertThat(rocAuc(abuses)).isBetween(0.9, 1.0);
  }

  @Test
  void changesWhenToldTo() {
    UserWorld changing = new UserWorld(11, 25, ASKED);
    assertThat(changing.signedUpOn(ASKED.minusDays(1)))
        .hasSameSizeAs(WORLD.signedUpOn(ASKED.minusDays(1)));
    assertThat(fromOfferwall(changing)).isGreaterThan(3 * fromOfferwall(WORLD));
  }

  private static long fromOfferwall(UserWorld world) {
    return ASKED
        .datesUntil(ASKED.plusDays(30))
        .flatMap(day -> world.signedUpOn(day).stream())
        .filter(user -> user.source() == Source.OFFERWALL)
        .count();
  }

  private static List<String> events(UserHistory history) {
    List<String> lines = new ArrayList<>();
    Instant until = Instant.parse("2026-06-30T00:00:00Z");
    history.tell(FIRST, FIRST.plusDays(20), Instant.MIN, until, lines::add);
    return lines;
  }

  private static double observedToExpected(List<TrueChance> chances) {
    double observed = chances.stream().filter(TrueChance::happens).count();
    return observed / chances.stream().mapToDouble(TrueChance::chance).sum();
  }

  /** Share of pairs in the right order, ties one half; by ranks. */
  static double rocAuc(List<TrueChance> chances) {
    List<TrueChance> sorted =
        chances.stream().sorted(Comparator.comparingDouble(TrueChance::chance)).toList();
    double ranks = 0;
    long positives = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).chance() == sorted.get(from).chance()) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (sorted.get(i).happens()) {
          ranks += (from + to + 1) / 2.0;
          positives++;
        }
      }
      from = to;
    }
    double negatives = sorted.size() - positives;
    return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
  }
}
