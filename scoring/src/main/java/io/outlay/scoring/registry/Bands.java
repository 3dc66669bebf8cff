package io.outlay.scoring.registry;

/**
 * Bands of a probability.
 *
 * @param threshold from which it is worth acting, by the costs of a false alarm and a miss; between
 *     0 and 1
 * @param medium from which it is worth a look; not above the threshold
 */
public record Bands(double threshold, double medium) {

  /** Refuses what is no order. */
  public Bands {
    if (!(0 < medium && medium <= threshold && threshold < 1)) {
      throw new IllegalArgumentException("bands " + medium + ", " + threshold);
    }
  }

  /** Worth a look from half of the threshold on. */
  public static Bands ofThreshold(double threshold) {
    return new Bands(threshold, threshold / 2);
  }

  /** The band of a probability. */
  public Band of(double probability) {
    if (probability >= threshold) {
      return Band.HIGH;
    }
    return probability >= medium ? Band.MEDIUM : Band.LOW;
  }

  /** How much a probability asks for. */
  public enum Band {
    LOW,
    MEDIUM,
    /** At or above the threshold. */
    HIGH
  }
}
