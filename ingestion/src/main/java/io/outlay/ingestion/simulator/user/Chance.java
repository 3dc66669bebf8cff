package io.outlay.ingestion.simulator.user;

import java.util.random.RandomGenerator;

/** Draws, and how likely a draw was. */
final class Chance {

  private static final int MOST = 60;

  private Chance() {}

  /** A number of events of a given mean (Knuth's method; means here are small). */
  static int poisson(RandomGenerator random, double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit && count < MOST) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Logarithm of the chance of so many events, up to what does not depend on the mean. */
  static double logPoisson(int count, double mean) {
    return count * Math.log(mean) - mean;
  }

  /** Logarithm of the chance of yes or no. */
  static double logYesNo(boolean yes, double chance) {
    return Math.log(yes ? chance : 1 - chance);
  }

  /** Logarithm of the density of a log-normal value, up to what does not depend on the median. */
  static double logLogNormal(double value, double median, double spread) {
    double distance = (Math.log(value) - Math.log(median)) / spread;
    return -distance * distance / 2;
  }
}
