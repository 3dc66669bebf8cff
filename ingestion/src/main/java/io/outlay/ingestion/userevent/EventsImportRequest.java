package io.outlay.ingestion.userevent;

import org.jspecify.annotations.Nullable;

/**
 * An import of a kept file of events.
 *
 * @param format null to recognise it
 * @param recordedAtField name of the field that tells when each event was recorded
 * @param recordingDelaySeconds how long after an event the source usually knew of it, for events
 *     that do not say; null where each does
 * @param dryRun whether only to check
 */
public record EventsImportRequest(
    long rawInputId,
    @Nullable EventFileFormat format,
    String recordedAtField,
    @Nullable Long recordingDelaySeconds,
    boolean dryRun) {}
