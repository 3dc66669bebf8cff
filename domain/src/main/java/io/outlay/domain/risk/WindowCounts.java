package io.outlay.domain.risk;

/**
 * How much is known of a window of predictions.
 *
 * @param predictions all of them
 * @param pending those whose outcome is not written down yet
 * @param known those of which it is known whether it came true
 */
public record WindowCounts(long predictions, long pending, long known) {}
