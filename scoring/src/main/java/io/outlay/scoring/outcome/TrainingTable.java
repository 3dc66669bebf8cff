package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.metric.SurvivalTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows a model learns from, in the order of their times: features as known then, and what became of
 * them. Unripe rows are not in it.
 *
 * @param samples who and when, one a row
 * @param rows features as known at each row's time
 * @param labels whether it happened, one a row
 * @param survival time in days until it happened or until when it had not, one a row; null where
 *     the kind has no times
 * @param segments acquisition channel of each row, or {@code (unknown)}
 * @param knownBy nothing recorded later is in it
 * @param hash SHA-256 of rows and outcomes, hexadecimal
 * @param definition what was foretold, in words, for the model's card
 */
@SuppressWarnings("ArrayRecordComponent") // a column, read only
public record TrainingTable(
    RiskKind kind,
    FeatureSet features,
    List<Sample> samples,
    FeatureMatrix rows,
    boolean[] labels,
    @Nullable SurvivalTimes survival,
    List<String> segments,
    Instant knownBy,
    String hash,
    String definition) {

  /** Copies the lists. */
  public TrainingTable {
    samples = List.copyOf(samples);
    segments = List.copyOf(segments);
  }
}
