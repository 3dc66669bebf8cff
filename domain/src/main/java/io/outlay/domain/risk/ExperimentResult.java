package io.outlay.domain.risk;

/**
 * What two models came to on the same users.
 *
 * @param users how many, each once
 * @param positives of how many it came true
 * @param rocAuc champion and model; NaN throughout where all or none came true
 * @param costMicros champion and model, mean micros a user
 * @param championCostMicros what the champion's wrong answers cost in all
 * @param modelCostMicros what the model's cost in all
 */
public record ExperimentResult(
    long users,
    long positives,
    ModelDifference rocAuc,
    ModelDifference costMicros,
    long championCostMicros,
    long modelCostMicros) {

  /** How much more the model's wrong answers cost; negative where they cost less. */
  public long lossMicros() {
    return modelCostMicros - championCostMicros;
  }
}
