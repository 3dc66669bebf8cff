package io.outlay.scoring.train;

/**
 * From the probability of being labelled to the one of being what the label says, where only a
 * share of those is labelled (Elkan and Noto, "Learning Classifiers from Only Positive and
 * Unlabeled Data", KDD 2008): divided by that share, at most 1. A thousandth of the uncorrected
 * probability is mixed in, so that no two rows above the bound are tied. The share is an
 * assumption, not something the data can tell.
 *
 * @param labelled from margin to the probability of being labelled
 * @param frequency share of positives that are labelled, above 0 and at most 1
 */
public record LabelFrequencyCalibration(Calibration labelled, double frequency)
    implements Calibration {

  private static final double UNCORRECTED_SHARE = 1e-3;

  /** Refuses what is no share. */
  public LabelFrequencyCalibration {
    if (!(frequency > 0 && frequency <= 1)) {
      throw new IllegalArgumentException("label frequency " + frequency);
    }
  }

  @Override
  public double probability(double margin) {
    double known = labelled.probability(margin);
    return (1 - UNCORRECTED_SHARE) * Math.min(1, known / frequency) + UNCORRECTED_SHARE * known;
  }
}
