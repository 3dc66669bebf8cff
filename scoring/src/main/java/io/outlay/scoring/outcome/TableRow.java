package io.outlay.scoring.outcome;

import io.outlay.scoring.outcome.UserOutcome.TimeTo;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that is being made.
 *
 * @param rank looks random; when there are too many rows, those of the smallest ranks stay
 * @param values features, filled up later where they are of contacts or imported
 */
@SuppressWarnings("ArrayRecordComponent") // filled up, never compared
record TableRow(
    long rank,
    Sample sample,
    float[] values,
    boolean label,
    @Nullable TimeTo timeTo,
    String segment) {}
