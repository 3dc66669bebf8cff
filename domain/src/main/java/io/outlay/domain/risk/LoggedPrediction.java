package io.outlay.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as it was kept.
 *
 * @param features one a feature of the model, in its order; NaN for missing
 * @param probability calibrated
 * @param outcome what became true; null while that is not written down
 */
@SuppressWarnings("ArrayRecordComponent") // one a feature, never compared
public record LoggedPrediction(
    long userId,
    Instant scoredAt,
    float[] features,
    double probability,
    @Nullable PredictionOutcome outcome) {}
