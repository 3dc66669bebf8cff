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
        add(moment, event.occurredAt());
      }
    }
    for (Attribute attribute : Attribute.values()) {
      String value = attribute.of(event);
      if (value != null) {
        add(attribute, new Told(event.occurredAt(), value));
      }
    }
    Integer level = event.level();
    highestLevel = level == null ? highestLevel : Math.max(highestLevel, level);
  }

  void add(Activity other) {
    for (Measure measure : Measure.values()) {
      other.days().days().forEach((day, counts) -> add(day, measure, counts[measure.ordinal()]));
      totals[measure.ordinal()] += other.total(measure);
    }
    for (Moment moment : Moment.values()) {
      add(moment, other.moment(moment));
    }
    for (Attribute attribute : Attribute.values()) {
      add(attribute, other.told(attribute));
    }
    highestLevel = Math.max(highestLevel, other.highestLevel());
  }

  private void add(int day, Measure measure, long value) {
    if (value != 0) {
      days.add(day, measure, value);
    }
  }

  private void add(Moment moment, @Nullable Instant at) {
    if (at != null) {
      moments[moment.ordinal()] = chosen(moment, moments[moment.ordinal()], at);
    }
  }

  private void add(Attribute attribute, @Nullable Told told) {
    if (told != null && told.isBefore(attributes[attribute.ordinal()])) {
      attributes[attribute.ordinal()] = told;
    }
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
