package io.outlay.scoring.serving;

/**
 * What of a score is wanted beside the probability; each costs a call of its own.
 *
 * @param reasons what each feature added
 * @param survival times of leaving, where the model tells them
 * @param anomaly how unusual the user is, where the model tells it
 */
public record Parts(boolean reasons, boolean survival, boolean anomaly) {

  /** The probability alone. */
  public static final Parts NONE = new Parts(false, false, false);

  /** Everything a model tells. */
  public static final Parts ALL = new Parts(true, true, true);

  /** What either wants. */
  public Parts and(Parts other) {
    return new Parts(
        reasons || other.reasons, survival || other.survival, anomaly || other.anomaly);
  }
}
