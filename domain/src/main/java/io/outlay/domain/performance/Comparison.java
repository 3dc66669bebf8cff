package io.outlay.domain.performance;

import java.time.Instant;

/** What a report is set beside. Rows pair by group and by the period's position in its range. */
public sealed interface Comparison {

  /** As many days, directly before. */
  record PreviousPeriod() implements Comparison {}

  /** The same dates a year before; 29 February becomes the 28th. */
  record SamePeriodLastYear() implements Comparison {}

  /** Another range. */
  record Range(DateRange range) implements Comparison {}

  /** The same range, as it was known at a time. */
  record AsOf(Instant time) implements Comparison {}

  /** The range that is set beside the given one. */
  default DateRange rangeBeside(DateRange range) {
    return switch (this) {
      case PreviousPeriod() -> range.previous();
      case SamePeriodLastYear() -> range.lastYear();
      case Range(DateRange other) -> other;
      case AsOf(Instant _) -> range;
    };
  }
}
