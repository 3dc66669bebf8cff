package io.outlay.ingestion.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.performance.SliceSequence;
import io.outlay.domain.platform.AccountStructures;
import io.outlay.domain.platform.PeriodFetches;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.platform.Reconciliations;
import io.outlay.domain.platform.SyncSchedule;
import io.outlay.ingestion.slice.SlicePublisher;
import java.time.InstantSource;

/**
 * Everything a sync works with.
 *
 * @param dictionaryVersion version of the metric dictionary by which rows are mapped
 */
public record SyncTools(
    Platforms platforms,
    PlatformAccesses accesses,
    PeriodFetches fetches,
    AccountStructures structures,
    Reconciliations reconciliations,
    SyncSchedule schedule,
    KeptReports kept,
    JobQueue queue,
    SlicePublisher publisher,
    SliceSequence sequence,
    InstantSource clock,
    MeterRegistry registry,
    int dictionaryVersion) {}
