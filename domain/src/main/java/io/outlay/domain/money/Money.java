package io.outlay.domain.money;

import java.math.BigDecimal;

/**
 * An exact amount in one currency. Amounts of different currencies are never added.
 *
 * @param amount major units, with at least the decimals the currency usually has and as many more
 *     as the exact amount needs; trailing zeros beyond are cut
 * @param currencyCode ISO 4217 code
 */
public record Money(BigDecimal amount, String currencyCode) {

  /** Brings the amount into its one form, so that equal amounts are equal records. */
  public Money {
    BigDecimal shortest = amount.stripTrailingZeros();
    int usual = Currencies.decimals(currencyCode);
    amount = shortest.scale() < usual ? shortest.setScale(usual) : shortest;
  }

  /** An amount kept in millionths of its major unit. */
  public static Money ofMicros(long micros, String currencyCode) {
    return new Money(BigDecimal.valueOf(micros, 6), currencyCode);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currencyCode;
  }
}
