package io.outlay.domain.risk;

/**
 * How two models differ on the same rows.
 *
 * @param first figure of the first model
 * @param second figure of the second
 * @param low of the second less the first, the lower end of a 95 % interval
 * @param high its upper end
 * @param pValue the probability of a difference as much in the second's favour if they were alike;
 *     one-sided, from 0 to 1
 * @param rows how many were compared
 */
public record ModelDifference(
    double first, double second, double low, double high, double pValue, long rows) {

  /** The second less the first. */
  public double difference() {
    return second - first;
  }
}
