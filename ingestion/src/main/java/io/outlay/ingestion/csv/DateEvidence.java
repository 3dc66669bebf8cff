package io.outlay.ingestion.csv;

import org.jspecify.annotations.Nullable;

/** Gathers from cells whether dates such as 03/04/2026 name the day or the month first. */
public final class DateEvidence {

  private boolean isAsked;
  private @Nullable DateOrder order;

  /** Notes one cell of a date column. */
  public void observe(String cell) {
    if (order != null || cell.isEmpty()) {
      return;
    }
    DateParts parts;
    try {
      parts = DateParts.of(cell);
    } catch (UnreadableValueException e) {
      return; // told as a problem of its line when the line is read
    }
    if (parts.form() == DateParts.Form.YEAR_LAST) {
      isAsked = true;
      order =
          parts.first() > 12
              ? DateOrder.DAY_MONTH
              : parts.second() > 12 ? DateOrder.MONTH_DAY : null;
    }
  }

  /** Whether dates were seen that could be read two ways, and none that tells which. */
  public boolean isOpen() {
    return isAsked && order == null;
  }

  /** The order the dates speak for; null where none does. */
  public @Nullable DateOrder order() {
    return order;
  }
}
