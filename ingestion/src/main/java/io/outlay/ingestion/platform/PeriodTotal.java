package io.outlay.ingestion.platform;

import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;

/**
 * What a platform tells of a whole account for one period.
 *
 * @param metrics the platform's own sums, zero where nothing was delivered
 */
public record PeriodTotal(Period period, MetricValues metrics) {}
