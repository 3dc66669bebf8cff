package io.outlay.domain.platform;

import java.time.Instant;

/**
 * Why a period could not be fetched the last time it was asked for.
 *
 * @param code kind of failure, for example {@code UNAVAILABLE}
 * @param message the same in words; never a secret
 */
public record FetchFailure(Instant at, String code, String message) {}
