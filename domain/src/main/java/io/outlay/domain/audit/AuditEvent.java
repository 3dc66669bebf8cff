package io.outlay.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was written down.
 *
 * @param id number within the organization, rising
 * @param at when, by the database's clock
 * @param actor who did it: {@code token:7 Dashboard}, {@code jwt:subject}, {@code command line}
 * @param action what was done, in the words of the mutation
 * @param subjectType kind of thing that changed
 * @param subjectId which one
 * @param before the changed fields as they were, a JSON object; null when it was new
 * @param after the changed fields as they became, a JSON object; null when it went
 * @param requestId the request that did it; null when no request did
 */
public record AuditEvent(
    long id,
    Instant at,
    String actor,
    String action,
    String subjectType,
    String subjectId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String requestId) {}
