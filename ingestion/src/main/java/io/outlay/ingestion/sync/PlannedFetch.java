package io.outlay.ingestion.sync;

import io.outlay.ingestion.platform.ReportRequest;

/**
 * A stretch to be fetched by one question.
 *
 * @param periods number of periods in it
 */
record PlannedFetch(ReportRequest request, Reason reason, int periods) {}
