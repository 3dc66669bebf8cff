package io.outlay.domain.risk;

/**
 * Figures expected before any outcome is known.
 *
 * @param expected the figures expected
 * @param low of each figure by itself the end below which it is in 2.5 of 100 cases
 * @param high of each figure by itself the end above which it is in 2.5 of 100 cases
 */
public record EstimatedFigures(
    PerformanceFigures expected, PerformanceFigures low, PerformanceFigures high) {}
