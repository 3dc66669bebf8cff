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
  AGE_GENDER
}
