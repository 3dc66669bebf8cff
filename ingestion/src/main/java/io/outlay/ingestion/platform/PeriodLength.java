package io.outlay.ingestion.platform;

/** How long the periods of a report are. Platforms give coarser ones further back. */
public enum PeriodLength {
  DAY,
  /** From Monday to Sunday. */
  WEEK,
  /** A calendar month, or the part of it that is asked for. */
  MONTH
}
