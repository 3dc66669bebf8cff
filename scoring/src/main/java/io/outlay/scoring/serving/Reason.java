package io.outlay.scoring.serving;

import io.outlay.scoring.feature.FeatureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What one feature added to a score.
 *
 * @param value the feature's value; NaN where it is missing
 * @param contribution in log-odds; negative where it lowered the score
 * @param share its part of all contributions without their signs, from 0 to 1
 * @param percentile share of the users the model learned from whose value lay below or at this one,
 *     from 0 to 100; null where the value is missing or none of theirs was known
 */
public record Reason(
    FeatureDefinition feature,
    float value,
    double contribution,
    double share,
    @Nullable Double percentile) {}
