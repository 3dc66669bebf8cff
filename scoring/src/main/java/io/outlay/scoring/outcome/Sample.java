package io.outlay.scoring.outcome;

import java.time.Instant;

/**
 * A user at a time for which something is foretold.
 *
 * @param at when it is, or could have been, foretold
 */
public record Sample(long userId, Instant at) {}
