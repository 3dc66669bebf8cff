package io.outlay.ingestion.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number as a cell wrote it, exactly.
 *
 * @param unscaled the digits as a whole number, with sign
 * @param scale how many of the digits are decimals; never negative
 * @param currencyCode ISO 4217 code its sign or code names without doubt; null where there is none
 */
public record WrittenNumber(long unscaled, int scale, @Nullable String currencyCode) {

  private static final int MICRO_DECIMALS = 6;
  private static final int LONGEST_POWER = 18;
  private static final long[] POWERS = powers();

  /** Whether the number is below zero. */
  public boolean isNegative() {
    return unscaled < 0;
  }

  /**
   * The number as a whole.
   *
   * @throws UnreadableValueException when it has a fraction
   */
  public long whole() {
    long unit = power(scale);
    if (unscaled % unit != 0) {
      throw new UnreadableValueException("a whole number");
    }
    return unscaled / unit;
  }

  /**
   * The number in millionths, rounded half up.
   *
   * @param shift decimal places the column's figures are short of major units: 0, or 6 where the
   *     column itself holds millionths
   * @throws UnreadableValueException when it is larger than 9,223,372,036,854.775807
   */
  public long micros(int shift) {
    int missing = MICRO_DECIMALS - shift - scale;
    if (missing >= 0) {
      return multiplied(missing);
    }
    long unit = power(-missing);
    long half = unit / 2;
    long quotient = Math.floorDiv(unscaled, unit);
    return Math.floorMod(unscaled, unit) >= half ? quotient + 1 : quotient;
  }

  /** Whether {@link #micros(int)} had to round. */
  public boolean isRoundedToMicros(int shift) {
    int surplus = scale + shift - MICRO_DECIMALS;
    return surplus > 0 && unscaled % power(surplus) != 0;
  }

  private long multiplied(int decimals) {
    try {
      return Math.multiplyExact(unscaled, power(decimals));
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  /**
   * A number from a decimal of any length; what is below 18 decimals is cut off, far below any
   * rounding.
   */
  static WrittenNumber of(BigDecimal value, @Nullable String currencyCode) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    BigDecimal stripped = plain.stripTrailingZeros();
    BigDecimal cut = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    int fitting = Math.max(MICRO_DECIMALS, LONGEST_POWER - (cut.precision() - cut.scale()));
    if (cut.scale() > fitting) {
      cut = cut.setScale(fitting, RoundingMode.DOWN);
    }
    try {
      return new WrittenNumber(cut.unscaledValue().longValueExact(), cut.scale(), currencyCode);
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  static UnreadableValueException tooLarge() {
    return new UnreadableValueException("a number below 9,223,372,036,854");
  }

  private static long power(int exponent) {
    if (exponent > LONGEST_POWER) {
      throw tooLarge();
    }
    return POWERS[exponent];
  }

  private static long[] powers() {
    long[] powers = new long[LONGEST_POWER + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
