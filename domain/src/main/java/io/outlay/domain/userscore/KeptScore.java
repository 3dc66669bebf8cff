package io.outlay.domain.userscore;

import io.outlay.domain.risk.RiskKind;
import java.time.Instant;

/**
 * A user's latest score as it is kept.
 *
 * @param value margin in log-odds, before calibration
 * @param probability calibrated, between 0 and 1
 * @param modelId number of the model in the registry
 * @param modelNumber version of the model within organization and kind, from 1
 * @param scoredAt the time it was computed for
 * @param featuresAt when the newest event behind it was recorded
 */
public record KeptScore(
    RiskKind kind,
    long userId,
    double value,
    double probability,
    RiskBand band,
    long modelId,
    int modelNumber,
    Instant scoredAt,
    Instant featuresAt) {}
