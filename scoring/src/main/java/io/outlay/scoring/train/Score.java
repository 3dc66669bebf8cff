package io.outlay.scoring.train;

/**
 * One row's score and what made it.
 *
 * @param value probability, median time (NaN where it lies beyond what was seen) or anomaly score
 * @param margin base value and contributions added up: log-odds, log of scaled time, or share of
 *     the expected path
 * @param baseValue the margin before anything is known of the row
 * @param contributions one a feature, in units of the margin
 */
@SuppressWarnings("ArrayRecordComponent") // one a feature, never compared
public record Score(double value, double margin, double baseValue, double[] contributions) {}
