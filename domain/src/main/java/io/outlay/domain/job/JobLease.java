package io.outlay.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * The right to work on a job until the lease runs out. Its number fences off whoever held it
 * before: what they write afterwards is refused.
 *
 * @param number grows with each lease of the job
 * @param checkpoint how far an earlier holder came, as JSON; null at the beginning
 */
public record JobLease(Job job, long number, @Nullable String checkpoint) {}
