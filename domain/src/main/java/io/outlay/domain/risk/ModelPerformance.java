package io.outlay.domain.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is over a period.
 *
 * @param from first UTC day of the predictions, included
 * @param to last UTC day, included
 * @param threshold from which on somebody is acted on
 * @param estimated told before outcomes are known
 * @param estimatedAt when it was told
 * @param realised told once all outcomes are known; null before
 */
public record ModelPerformance(
    long modelId,
    RiskKind kind,
    LocalDate from,
    LocalDate to,
    double threshold,
    EstimatedFigures estimated,
    Instant estimatedAt,
    @Nullable RealisedFigures realised) {}
