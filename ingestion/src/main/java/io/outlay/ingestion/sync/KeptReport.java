package io.outlay.ingestion.sync;

import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.ReportRequest;

/** A platform's answer as it was kept, with the question. */
record KeptReport(ReportRequest request, RawFetch fetch) {}
