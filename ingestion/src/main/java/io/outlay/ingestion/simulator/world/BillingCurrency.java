package io.outlay.ingestion.simulator.world;

import java.math.BigDecimal;

/** A currency accounts are billed in, with the smallest unit its platform bills. */
public enum BillingCurrency {
  /** US dollar. */
  USD(2, 1_000),
  /** Euro. */
  EUR(2, 920),
  /** South Korean won, without smaller units. */
  KRW(0, 13_500),
  /** Japanese yen, without smaller units. */
  JPY(0, 1_500);

  private final int digits;
  private final long permilleOfACent;

  BillingCurrency(int digits, long permilleOfACent) {
    this.digits = digits;
    this.permilleOfACent = permilleOfACent;
  }

  /** Digits behind the point of the smallest unit. */
  public int digits() {
    return digits;
  }

  /** Smallest units worth {@code cents} hundredths of a US dollar in this made-up world. */
  long ofCents(long cents) {
    return cents * permilleOfACent / 1_000;
  }

  /** An amount of smallest units as decimal number of whole units. */
  public BigDecimal amount(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, digits);
  }

  /** An amount of smallest units in millionths of a whole unit. */
  public long micros(long minorUnits) {
    return digits == 2 ? minorUnits * 10_000 : minorUnits * 1_000_000;
  }
}
