package io.outlay.domain.platform;

import io.outlay.domain.performance.MetricValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A good fetch of one period.
 *
 * @param sequence of the slice that was made of it
 * @param rawInputId where the answer is kept word for word; null when it is not
 * @param requestId the platform's id of its answer; empty when it gave none
 * @param requests how many requests the whole fetch took, repeats included
 * @param rows rows of this period
 * @param isProvisional whether the platform may still correct it
 * @param totals the platform's own totals of the account
 * @param moved largest relative difference to the fetch before; null for the first
 */
public record Fetched(
    long sequence,
    Instant at,
    @Nullable Long rawInputId,
    String requestId,
    int requests,
    int rows,
    String apiVersion,
    boolean isProvisional,
    MetricValues totals,
    @Nullable Double moved) {}
