package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that could not be applied, kept so that it can be tried again.
 *
 * @param channel key of the channel it speaks of; null when it could not be read that far
 * @param accountExternalId account it speaks of; null when it could not be read that far
 * @param period days it speaks of; null when it could not be read that far
 * @param byteCount size as it travelled
 * @param replayedAt when it was last tried again; null when it never was
 */
public record DeadLetter(
    OrganizationId organization,
    long id,
    @Nullable String channel,
    @Nullable String accountExternalId,
    @Nullable Period period,
    DeadLetterCause cause,
    String message,
    long byteCount,
    Instant failedAt,
    @Nullable Instant replayedAt) {}
