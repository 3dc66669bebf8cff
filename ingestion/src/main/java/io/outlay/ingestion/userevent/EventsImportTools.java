package io.outlay.ingestion.userevent;

import io.outlay.domain.job.JobQueue;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.WorkFolders;
import reactor.core.scheduler.Scheduler;

/**
 * Everything an import of events works with.
 *
 * @param folders where temporary files may be made; room for the largest file
 * @param scheduler a bounded one that may block, for reading files
 */
public record EventsImportTools(
    JobQueue queue,
    RawInputs rawInputs,
    UserEvents events,
    EventReader reader,
    WorkFolders folders,
    Scheduler scheduler) {}
