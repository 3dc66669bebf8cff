package io.outlay.domain.performance;

import java.time.Instant;

/**
 * State of an organization's data. The commit time tells versions apart that bear one number
 * because the database was restored between them.
 *
 * @param number grows by one with each change
 * @param committedAt when the change was committed
 */
public record DataVersion(long number, Instant committedAt) {}
