package io.outlay.scoring.metric;

/**
 * Quantiles of the chi-square distribution, by bisection of the regularised incomplete gamma
 * function (Abramowitz and Stegun 6.5.29 for small arguments, the continued fraction 6.5.31 by
 * Lentz's method for large ones).
 */
public final class ChiSquare {

  private static final int MOST_TERMS = 1_000;
  private static final double CLOSE = 1e-15;
  private static final double TINY = 1e-300;

  private ChiSquare() {}

  /**
   * The value that is not exceeded with a probability.
   *
   * @param probability strictly between 0 and 1
   * @param degrees degrees of freedom, 1 or more
   */
  public static double quantile(double probability, int degrees) {
    if (!(probability > 0 && probability < 1) || degrees < 1) {
      throw new IllegalArgumentException(probability + " at " + degrees + " degrees");
    }
    double low = 0;
    double high = degrees;
    while (distribution(high, degrees) < probability) {
      high *= 2;
    }
    while (high - low > Math.ulp(high) * 2) {
      double middle = (low + high) / 2;
      if (distribution(middle, degrees) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability that a value is not exceeded. */
  public static double distribution(double value, int degrees) {
    if (value <= 0) {
      return 0;
    }
    double a = degrees / 2.0;
    double x = value / 2;
    return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * CLOSE; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * factor(a, x);
  }

  private static double continuedFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    double change = 0;
    for (int n = 1; n < MOST_TERMS && Math.abs(change - 1) > CLOSE; n++) {
      double numerator = n * (a - n);
      b += 2;
      d = 1 / away(numerator * d + b);
      c = away(b + numerator / c);
      change = c * d;
      fraction *= change;
    }
    return fraction * factor(a, x);
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  private static double factor(double a, double x) {
    return Math.exp(a * Math.log(x) - x - logGamma(a));
  }

  /** Exact for whole and half numbers: from the gamma function's values at 1/2 and 1 upwards. */
  private static double logGamma(double a) {
    double at = a == Math.rint(a) ? 1 : 0.5;
    double sum = at == 1 ? 0 : Math.log(Math.PI) / 2;
    for (; at < a; at++) {
      sum += Math.log(at);
    }
    return sum;
  }
}
