package io.outlay.domain.userevent;

import java.time.Instant;

/** A user at a time. */
public record UserAt(long userId, Instant at) {}
