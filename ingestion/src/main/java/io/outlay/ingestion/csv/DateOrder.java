package io.outlay.ingestion.csv;

/** The order of day and month where a date starts with neither the year nor a month's name. */
public enum DateOrder {
  /** 22/11/2026 */
  DAY_MONTH,
  /** 11/22/2026 */
  MONTH_DAY
}
