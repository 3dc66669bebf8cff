package io.outlay.domain.useractivity;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Measures by UTC day over the days that windows can reach. Days that fall behind the newest by
 * {@value #DAYS_KEPT} are dropped, whichever came first, so that the order of events does not
 * matter.
 */
final class DayCounts {

  /** More than the longest window, so that events of tomorrow do not cut it short. */
  static final int DAYS_KEPT = 128;

  private static final int WIDTH = Measure.values().length;

  private final NavigableMap<Integer, long[]> byDay;

  private DayCounts(NavigableMap<Integer, long[]> byDay) {
    this.byDay = byDay;
  }

  static DayCounts none() {
    return new DayCounts(new TreeMap<>());
  }

  /** A copy that can be added to without this one changing. */
  DayCounts copy() {
    NavigableMap<Integer, long[]> copied = new TreeMap<>();
    byDay.forEach((day, counts) -> copied.put(day, counts.clone()));
    return new DayCounts(copied);
  }

  void add(int day, Measure measure, long value) {
    if (!byDay.isEmpty() && day <= byDay.lastKey() - DAYS_KEPT) {
      return;
    }
    byDay.computeIfAbsent(day, absent -> new long[WIDTH])[measure.ordinal()] += value;
    byDay.headMap(byDay.lastKey() - DAYS_KEPT, true).clear();
  }

  /** Sum over the days from the first to the last, both included. */
  long sum(Measure measure, int first, int last) {
    long sum = 0;
    for (long[] counts : byDay.subMap(first, true, last, true).values()) {
      sum += counts[measure.ordinal()];
    }
    return sum;
  }

  /** Days between that hold more than 0 of the measure. */
  int daysWith(Measure measure, int first, int last) {
    int days = 0;
    for (long[] counts : byDay.subMap(first, true, last, true).values()) {
      days += counts[measure.ordinal()] > 0 ? 1 : 0;
    }
    return days;
  }

  /** Days since 1970 with their counts by the measures' places, the earliest first. */
  NavigableMap<Integer, long[]> days() {
    return byDay;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayCounts counts
        && byDay.keySet().equals(counts.byDay.keySet())
        && byDay.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), counts.byDay.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return byDay.keySet().hashCode();
  }
}
