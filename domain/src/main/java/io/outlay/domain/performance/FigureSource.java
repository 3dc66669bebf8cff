package io.outlay.domain.performance;

import java.time.Instant;

/**
 * Where a row's figures come from.
 *
 * @param source {@code api}, or the name of an import's dataset
 * @param fetchedAt when the newest of its slices was fetched
 * @param dictionaryVersion newest version of the metric dictionary its rows were mapped by
 * @param isProvisional whether the source may still correct figures of these days
 * @param isEstimated whether conversion values were assumed, not reported
 */
public record FigureSource(
    long adAccountId,
    String source,
    Instant fetchedAt,
    int dictionaryVersion,
    boolean isProvisional,
    boolean isEstimated) {}
