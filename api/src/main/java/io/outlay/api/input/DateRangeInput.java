package io.outlay.api.input;

import io.outlay.domain.performance.DateRange;
import java.time.LocalDate;

/** Days as a caller names them, not checked yet. */
public record DateRangeInput(LocalDate from, LocalDate to) {

  /**
   * The range.
   *
   * @param field the argument's name, for the message about a wrong one
   * @throws io.outlay.domain.error.BadRequest when it is reversed, too long or too far away
   */
  public DateRange toRange(String field) {
    return DateRange.asked(field, from, to);
  }
}
