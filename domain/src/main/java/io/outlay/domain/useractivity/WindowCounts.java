package io.outlay.domain.useractivity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Sums and days over several windows at once, in one walk over the days: what features of a
 * thousand users are computed from. Can be used again for the next user; for one thread.
 */
public final class WindowCounts {

  private static final int MEASURES = Measure.values().length;

  private final int[] windows;

  /** Place of each length among the windows. */
  private final int[] places = new int[Activity.LONGEST_WINDOW + 1];

  private final long[] sums;
  private final int[] days;

  /**
   * Counts over windows of these lengths.
   *
   * @param windows days, each from 1 to {@value Activity#LONGEST_WINDOW}
   */
  public WindowCounts(int... windows) {
    this.windows = Arrays.stream(windows).sorted().distinct().toArray();
    this.sums = new long[this.windows.length * MEASURES];
    this.days = new int[this.windows.length * MEASURES];
    Arrays.fill(places, -1);
    for (int i = 0; i < this.windows.length; i++) {
      places[this.windows[i]] = i;
    }
  }

  /** Forgets what was counted and counts this. */
  public void count(Activity activity, Instant at) {
    Arrays.fill(sums, 0);
    Arrays.fill(days, 0);
    int today = Activity.day(at);
    for (Map.Entry<Integer, long[]> day : activity.days().days().entrySet()) {
      int age = today - day.getKey();
      if (age >= 0) {
        add(narrowest(age), day.getValue());
      }
    }
    for (int i = MEASURES; i < sums.length; i++) {
      sums[i] += sums[i - MEASURES];
      days[i] += days[i - MEASURES];
    }
  }

  /** As {@link Activity#sum}, over one of the windows. */
  public long sum(Measure measure, int window) {
    return sums[places[window] * MEASURES + measure.ordinal()];
  }

  /** As {@link Activity#daysWith}, over one of the windows. */
  public int daysWith(Measure measure, int window) {
    return days[places[window] * MEASURES + measure.ordinal()];
  }

  private int narrowest(int age) {
    int place = 0;
    while (place < windows.length && windows[place] <= age) {
      place++;
    }
    return place;
  }

  private void add(int place, long[] counts) {
    if (place == windows.length) {
      return;
    }
    int first = place * MEASURES;
    for (int i = 0; i < MEASURES; i++) {
      sums[first + i] += counts[i];
      days[first + i] += counts[i] > 0 ? 1 : 0;
    }
  }
}
