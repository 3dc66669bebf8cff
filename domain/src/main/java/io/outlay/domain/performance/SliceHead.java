package io.outlay.domain.performance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A slice without its rows; see {@link Slice} for what each part means. */
public record SliceHead(
    SliceKey key,
    AdAccountDetails account,
    Level level,
    long sequence,
    Instant fetchedAt,
    Replacement replacement,
    boolean takesOver,
    @Nullable Long rawInputId,
    @Nullable Long jobId,
    int dictionaryVersion,
    boolean isEstimated,
    @Nullable LocalDate provisionalUntil) {}
