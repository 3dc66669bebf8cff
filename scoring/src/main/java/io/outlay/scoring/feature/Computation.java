package io.outlay.scoring.feature;

import io.outlay.domain.useractivity.Attribute;
import io.outlay.domain.useractivity.Measure;
import io.outlay.domain.useractivity.Moment;

/**
 * How a feature comes about, as data, so that it can be evaluated over a user's summed-up activity
 * and, independently, over the events themselves as they were known at a time.
 */
public sealed interface Computation {

  /** Sum of a measure over a window of days. */
  record Windowed(Measure measure, int days) implements Computation {}

  /** Days of a window that hold any of a measure. */
  record DaysWith(Measure measure, int days) implements Computation {}

  /** Sum of a measure over everything known. */
  record Total(Measure measure) implements Computation {}

  /** Days, with fractions, since a moment; missing when there was none. */
  record Since(Moment moment) implements Computation {}

  /**
   * Days, with fractions, from one moment to a later one; missing where there was not one of them.
   */
  record Between(Moment from, Moment to) implements Computation {}

  /** Two computations together; missing where one of them is. */
  record Plus(Computation one, Computation other) implements Computation {}

  /** One computation over another; missing where the second is 0 or missing. */
  record Ratio(Computation over, Computation under) implements Computation {}

  /** A measure's mean a day over a short window, over its mean a day over a long one. */
  record Trend(Measure measure, int shortDays, int longDays) implements Computation {}

  /** 1 where an attribute has this value, 0 where another, missing where none. */
  record Is(Attribute attribute, String value) implements Computation {}

  /** The highest level reached. */
  record HighestLevel() implements Computation {}

  /** How many others use the same devices or addresses, or how many of them the user has. */
  record Contact(Contacts what) implements Computation {}

  /** A value computed elsewhere, by its name. */
  record Imported(String name) implements Computation {}

  /** What is counted of devices and addresses. */
  enum Contacts {
    DEVICES,
    DEVICE_USERS,
    ADDRESSES,
    ADDRESS_USERS
  }
}
