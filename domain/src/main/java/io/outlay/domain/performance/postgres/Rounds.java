package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Cuts slices into rounds, each a transaction, in which no two speak of the same days: so each is
 * judged by what is stored, and what came between stays known to history.
 */
final class Rounds {

  private final List<List<TextSlice>> rounds = new ArrayList<>();
  private List<TextSlice> round = new ArrayList<>();
  private final Map<Counted, NavigableMap<LocalDate, LocalDate>> taken = new HashMap<>();

  private Rounds() {}

  /** The rounds, in order; none when there are no slices. */
  static List<List<TextSlice>> of(List<TextSlice> slices) {
    Rounds rounds = new Rounds();
    slices.forEach(rounds::add);
    rounds.finish();
    return rounds.rounds;
  }

  private void add(TextSlice slice) {
    SliceKey key = slice.head().key();
    Counted counted = new Counted(key.account(), key.measurer(), key.view());
    Period period = key.period();
    Map.Entry<LocalDate, LocalDate> before =
        taken.computeIfAbsent(counted, none -> new TreeMap<>()).floorEntry(period.lastDay());
    if (before != null && !before.getValue().isBefore(period.firstDay())) {
      finish();
    }
    round.add(slice);
    taken
        .computeIfAbsent(counted, none -> new TreeMap<>())
        .put(period.firstDay(), period.lastDay());
  }

  private void finish() {
    if (!round.isEmpty()) {
      rounds.add(round);
      round = new ArrayList<>();
      taken.clear();
    }
  }

  private record Counted(AdAccountKey account, Measurer measurer, View view) {}
}
