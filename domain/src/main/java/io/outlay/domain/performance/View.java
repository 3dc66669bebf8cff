package io.outlay.domain.performance;

/** Which report of a source a slice holds. Views are never added to each other. */
public enum View {
  /** What was delivered, by campaign, ad group and ad; the one that adds up to the account. */
  DELIVERY,
  /** A platform's own breakdown by country. */
  COUNTRY,
  /** A platform's own breakdown by device. */
  DEVICE,
  /** A platform's own breakdown by age and gender. */
  AGE_GENDER,
  /**
   * Conversions by the window in which the platform credited them. Windows overlap: what the
   * one-day window holds, the seven-day one holds too.
   */
  ATTRIBUTION_WINDOW
}
