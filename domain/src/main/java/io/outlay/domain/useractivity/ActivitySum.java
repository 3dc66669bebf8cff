package io.outlay.domain.useractivity;

import io.outlay.domain.useractivity.Activity.Told;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sums events up, one after the other. */
final class ActivitySum {

  private final DayCounts days;
  private final long[] totals;
  private final @Nullable Instant[] moments;
  private final @Nullable Told[] attributes;
  private int highestLevel;

  ActivitySum(
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

  void add(UserEvent event) {
    int day = Activity.day(event.occurredAt());
    for (Measure measure : Measure.values()) {
      long value = measure.of(event);
      if (value != 0) {
        days.add(day, measure, value);
        totals[measure.ordinal()] += value;
      }
    }
    for (Moment moment : Moment.values()) {
      if (moment.isAt(event)) {
        moments[moment.ordinal()] = chosen(moment, moments[moment.ordinal()], event.occurredAt());
      }
    }
    for (Attribute attribute : Attribute.values()) {
      String value = attribute.of(event);
      if (value != null) {
        Told told = new Told(event.occurredAt(), value);
        if (told.isBefore(attributes[attribute.ordinal()])) {
          attributes[attribute.ordinal()] = told;
        }
      }
    }
    Integer level = event.level();
    highestLevel = level == null ? highestLevel : Math.max(highestLevel, level);
  }

  Activity activity() {
    return new Activity(days, totals, moments, attributes, highestLevel);
  }

  private static Instant chosen(Moment moment, @Nullable Instant known, Instant other) {
    if (known == null) {
      return other;
    }
    return other.isBefore(known) == moment.isFirst() ? other : known;
  }
}
