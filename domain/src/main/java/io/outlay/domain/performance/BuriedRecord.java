package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log that cannot be applied, with the reason.
 *
 * @param key the record's, to be written again under
 * @param head what could be read of the slice; null when nothing could
 * @param jobId job that waits for it; null when none does
 * @param largeSlice where its bytes are kept when they do not travel in the record
 * @param bytes the record's value, empty when they are kept elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
public record BuriedRecord(
    OrganizationId organization,
    String cluster,
    String topic,
    int partition,
    long number,
    String key,
    String schemaVersion,
    @Nullable SliceHead head,
    @Nullable Long jobId,
    @Nullable UUID largeSlice,
    byte[] bytes,
    DeadLetterCause cause,
    String message) {}
