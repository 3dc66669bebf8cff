package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * What a model said of a user once, kept to be compared with what became true.
 *
 * @param modelId number of the model
 * @param role how the model served then
 * @param scoredAt when it was said
 * @param featuresHash of the values it was said from
 * @param features those values in the order of the model's features; NaN for missing
 * @param margin before calibration, in log-odds
 * @param probability calibrated
 */
@SuppressWarnings("ArrayRecordComponent") // one a feature, never compared
public record Prediction(
    OrganizationId organization,
    RiskKind kind,
    long userId,
    long modelId,
    ModelRole role,
    Instant scoredAt,
    long featuresHash,
    float[] features,
    double margin,
    double probability) {}
