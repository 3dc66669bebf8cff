package io.outlay.ingestion.spendimport;

import io.outlay.domain.job.JobQueue;
import io.outlay.domain.performance.SliceReceipts;
import io.outlay.domain.performance.SliceSequence;
import io.outlay.domain.spendimport.ImportTargets;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.slice.SlicePublisher;

/**
 * Everything an import works with.
 *
 * @param dictionaryVersion version of the metric dictionary by which rows are mapped
 */
public record SpendImportTools(
    JobQueue queue,
    RawInputs rawInputs,
    ImportTargets targets,
    SlicePublisher publisher,
    SliceReceipts receipts,
    SliceSequence sequence,
    int dictionaryVersion) {}
