package io.outlay.scoring.serving;

import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.RiskBand;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a user.
 *
 * @param value margin in log-odds, before calibration: base value and contributions added up
 * @param probability calibrated, between 0 and 1
 * @param threshold probability from which acting is worth its costs; the high band begins there
 * @param explanation what each feature added; null where that was not asked
 * @param survival times of leaving; null where that was not asked or the model tells none
 * @param anomaly how unusual the user is, above 0.5 for more than expected; null where that was not
 *     asked or the model tells none
 * @param modelId number of the model in the registry
 * @param modelNumber version of the model within organization and kind, from 1
 * @param role how the model serves
 * @param scoredAt the time it was computed for
 * @param featuresAt when the newest event behind it was recorded
 * @param staleFeatures names of features whose values are older than they should be, in order
 */
public record RiskScore(
    RiskKind kind,
    long userId,
    double value,
    double probability,
    RiskBand band,
    double threshold,
    @Nullable Explanation explanation,
    @Nullable Survival survival,
    @Nullable Double anomaly,
    long modelId,
    int modelNumber,
    ModelRole role,
    Instant scoredAt,
    Instant featuresAt,
    List<String> staleFeatures) {

  /** Copies the names. */
  public RiskScore {
    staleFeatures = List.copyOf(staleFeatures);
  }

  /** What is kept of it. */
  public KeptScore kept() {
    return new KeptScore(
        kind, userId, value, probability, band, modelId, modelNumber, scoredAt, featuresAt);
  }

  /** Bytes it takes in memory, about. */
  int weight() {
    return 300 + (explanation == null ? 0 : explanation.weight());
  }
}
