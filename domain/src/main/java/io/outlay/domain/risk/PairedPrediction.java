package io.outlay.domain.risk;

/**
 * What two models said of the same user on the same day, and what became true.
 *
 * @param first probability by the first model
 * @param second probability by the second
 * @param hasHappened whether it came true
 */
public record PairedPrediction(double first, double second, boolean hasHappened) {}
