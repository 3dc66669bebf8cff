package io.outlay.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is, in units of its own.
 *
 * @param total null while unknown
 */
public record JobProgress(long done, @Nullable Long total) {}
