package io.outlay.scoring.action;

/**
 * The difference of two proportions with its 95 % interval (Newcombe 1998, "Interval estimation for
 * the difference between independent proportions", method 10: from the score intervals of Wilson
 * 1927), which holds for small groups and for proportions near 0 and 1, too.
 *
 * @param difference first less second, from -1 to 1
 */
public record DifferenceInterval(double difference, double low, double high) {

  private static final double Z = 1.959963984540054; // 0.975 quantile of the normal distribution

  /**
   * Compares two groups.
   *
   * @param happened of the first group, from 0 to its size
   * @param size of the first group, above 0
   */
  public static DifferenceInterval of(
      long happened, long size, long otherHappened, long otherSize) {
    double one = (double) happened / size;
    double other = (double) otherHappened / otherSize;
    double[] ofOne = wilson(one, (double) size);
    double[] ofOther = wilson(other, (double) otherSize);
    return new DifferenceInterval(
        one - other,
        one - other - Math.hypot(one - ofOne[0], ofOther[1] - other),
        one - other + Math.hypot(ofOne[1] - one, other - ofOther[0]));
  }

  /** Ends of the score interval. */
  private static double[] wilson(double proportion, double size) {
    double square = Z * Z;
    double middle = 2 * size * proportion + square;
    double half = Z * Math.sqrt(square + 4 * size * proportion * (1 - proportion));
    double under = 2 * (size + square);
    return new double[] {(middle - half) / under, (middle + half) / under};
  }
}
