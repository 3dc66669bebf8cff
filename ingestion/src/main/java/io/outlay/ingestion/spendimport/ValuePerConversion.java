package io.outlay.ingestion.spendimport;

/**
 * An assumed value of each conversion, for sources that report none.
 *
 * @param micros millionths of the major unit, not negative
 * @param currencyCode ISO 4217 code
 */
public record ValuePerConversion(long micros, String currencyCode) {

  /** Refuses negative values. */
  public ValuePerConversion {
    if (micros < 0) {
      throw new IllegalArgumentException("a value per conversion cannot be negative");
    }
  }
}
