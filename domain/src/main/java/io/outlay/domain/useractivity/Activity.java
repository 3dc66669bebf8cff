package io.outlay.domain.useractivity;

import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's events summed up. Adding the same events in any order gives the same summary; each event
 * may be added once only, which is for the store of events to see to. Immutable.
 *
 * <p>A window of n days at a time holds the UTC day of that time and the n - 1 days before. Windows
 * reach back at most 90 days.
 */
public final class Activity {

  /** Longest window that can be asked for, in days. */
  public static final int LONGEST_WINDOW = 90;

  private static final Activity NONE =
      new Activity(
          DayCounts.none(),
          new long[Measure.values().length],
          new @Nullable Instant[Moment.values().length],
          new @Nullable Told[Attribute.values().length],
          0);

  private final DayCounts days;
  private final long[] totals;
  private final @Nullable Instant[] moments;
  private final @Nullable Told[] attributes;
  private final int highestLevel;

  Activity(
      DayCounts days,
      long[] totals,
      @Nullable Instant[] moments,
      @Nullable Told[] attributes,
      int highestLevel) {
    this.days = days;
    this.totals = totals;
    this.moments = moments;
    this.attributes = attributes;
    this.highestLevel = highestLevel;
  }

  /**
   * What an event tells of an attribute. The earliest counts; of two at once the smaller in text.
   */
  record Told(Instant at, String value) {

    boolean isBefore(@Nullable Told other) {
      return other == null
          || at.isBefore(other.at)
          || (at.equals(other.at) && value.compareTo(other.value) < 0);
    }
  }

  /** Of a user nothing is known of. */
  public static Activity none() {
    return NONE;
  }

  /** This and some more events. */
  public Activity with(Collection<UserEvent> events) {
    ActivitySum sum =
        new ActivitySum(
            days.copy(), totals.clone(), moments.clone(), attributes.clone(), highestLevel);
    events.forEach(sum::add);
    return sum.activity();
  }

  /** This and another user's, once the two are known to be one. */
  public Activity plus(Activity other) {
    ActivitySum sum =
        new ActivitySum(
            days.copy(), totals.clone(), moments.clone(), attributes.clone(), highestLevel);
    sum.add(other);
    return sum.activity();
  }

  /** Sum over all events ever. */
  public long total(Measure measure) {
    return totals[measure.ordinal()];
  }

  /**
   * Sum over a window.
   *
   * @param window days, 1 to {@value #LONGEST_WINDOW}
   */
  public long sum(Measure measure, Instant at, int window) {
    int last = day(at);
    return days.sum(measure, last - window + 1, last);
  }

  /** Days of a window on which there was any of the measure. */
  public int daysWith(Measure measure, Instant at, int window) {
    int last = day(at);
    return days.daysWith(measure, last - window + 1, last);
  }

  /** A first or last time; null when there was none. */
  public @Nullable Instant moment(Moment moment) {
    return moments[moment.ordinal()];
  }

  /** Where the user came from; null when nothing told. */
  public @Nullable String attribute(Attribute attribute) {
    Told told = attributes[attribute.ordinal()];
    return told == null ? null : told.value();
  }

  /** The highest level ever reached; 0 for none. */
  public int highestLevel() {
    return highestLevel;
  }

  static int day(Instant at) {
    return (int) LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }

  DayCounts days() {
    return days;
  }

  @Nullable Told told(Attribute attribute) {
    return attributes[attribute.ordinal()];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Activity activity
        && days.equals(activity.days)
        && Arrays.equals(totals, activity.totals)
        && Arrays.equals(moments, activity.moments)
        && Arrays.equals(attributes, activity.attributes)
        && highestLevel == activity.highestLevel;
  }

  @Override
  public int hashCode() {
    return Objects.hash(days, Arrays.hashCode(totals), highestLevel);
  }
}
