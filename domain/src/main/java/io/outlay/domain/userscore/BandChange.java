package io.outlay.domain.userscore;

import io.outlay.domain.risk.RiskKind;
import java.time.Instant;

/**
 * A user came into another band.
 *
 * @param number of the change within the organization; without gaps, in the order of commits
 * @param previous the band before; low for a user who was never scored
 * @param probability of the new score
 * @param modelId number of the model in the registry
 * @param modelNumber version of that model within organization and kind, from 1
 * @param occurredAt the time the new score was computed for
 */
public record BandChange(
    long number,
    RiskKind kind,
    long userId,
    RiskBand previous,
    RiskBand band,
    double probability,
    long modelId,
    int modelNumber,
    Instant occurredAt) {}
