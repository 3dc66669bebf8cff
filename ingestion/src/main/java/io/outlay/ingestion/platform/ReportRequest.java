package io.outlay.ingestion.platform;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;

/**
 * What is asked of a platform.
 *
 * @param view which report
 * @param days first and last day, both included, in the account's zone; whole periods
 * @param length length of a period
 */
public record ReportRequest(View view, DateRange days, PeriodLength length) {}
