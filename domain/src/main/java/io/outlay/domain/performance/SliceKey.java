package io.outlay.domain.performance;

/**
 * Identity of a slice: what one source says about one account, as counted by one measurer, in one
 * view, for one period.
 *
 * @param source {@code api}, or the name of an import's dataset
 */
public record SliceKey(
    AdAccountKey account, Measurer measurer, View view, String source, Period period) {}
