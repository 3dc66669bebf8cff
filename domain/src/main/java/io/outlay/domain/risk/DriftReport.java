package io.outlay.domain.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a model's features and probabilities have moved.
 *
 * @param from first UTC day of the period, included
 * @param to last UTC day, included
 * @param rows users of the period that were compared
 * @param features one a feature; the probability's own where there is a reference for it
 */
public record DriftReport(
    long modelId,
    LocalDate from,
    LocalDate to,
    long rows,
    Instant measuredAt,
    List<FeatureDrift> features) {

  /** Copies the list. */
  public DriftReport {
    features = List.copyOf(features);
  }
}
