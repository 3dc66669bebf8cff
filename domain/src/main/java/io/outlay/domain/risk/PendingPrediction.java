package io.outlay.domain.risk;

import java.time.Instant;

/** A user of whom something was foretold at a time, by one model or several. */
public record PendingPrediction(long userId, Instant scoredAt) {}
