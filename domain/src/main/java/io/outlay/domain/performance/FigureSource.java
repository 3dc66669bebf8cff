package io.outlay.domain.performance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a row's figures come from.
 *
 * @param source {@code api}, or the name of an import's dataset
 * @param fetchedAt when the newest of its slices was fetched
 * @param dictionaryVersion newest version of the metric dictionary its rows were mapped by
 * @param completeUntil last of the row's days up to which its figures are whole; null for none
 * @param isProvisional whether the source may still correct figures of these days
 * @param isEstimated whether conversion values were assumed, not reported
 */
public record FigureSource(
    long adAccountId,
    String source,
    Instant fetchedAt,
    int dictionaryVersion,
    @Nullable LocalDate completeUntil,
    boolean isProvisional,
    boolean isEstimated) {

  /** The same, whole up to another day. */
  public FigureSource completeUntil(@Nullable LocalDate day) {
    return new FigureSource(
        adAccountId, source, fetchedAt, dictionaryVersion, day, isProvisional, isEstimated);
  }
}
