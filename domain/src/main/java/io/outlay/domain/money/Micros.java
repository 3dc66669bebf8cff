package io.outlay.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers kept as whole millionths, as facts keep money and decimal conversions. */
public final class Micros {

  private static final int DECIMALS = 6;

  private Micros() {}

  /** The number a count of millionths stands for. */
  public static BigDecimal toDecimal(long micros) {
    return BigDecimal.valueOf(micros, DECIMALS);
  }

  /**
   * The number in millionths, rounded half up once.
   *
   * @throws ArithmeticException when it leaves the range of a long (some nine trillion)
   */
  public static long of(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  /** Whether {@link #of} has to round the number. */
  public static boolean needsRounding(BigDecimal number) {
    return number.stripTrailingZeros().scale() > DECIMALS;
  }
}
