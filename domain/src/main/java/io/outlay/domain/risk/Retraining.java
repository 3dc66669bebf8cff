package io.outlay.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training that flags asked for.
 *
 * @param jobId the job that trains
 * @param championId the model whose flags they are, which the new one must beat
 * @param candidateId what came out; null before, and where it failed
 * @param explanation why it was accepted, rejected or failed, in words; null before
 * @param decidedAt null before
 */
public record Retraining(
    long jobId,
    RiskKind kind,
    long championId,
    State state,
    @Nullable Long candidateId,
    @Nullable String explanation,
    Instant askedAt,
    @Nullable Instant decidedAt) {

  /** Where it stands. */
  public enum State {
    TRAINING,
    FAILED,
    /** The candidate was not better on the newest period, and goes no further. */
    REJECTED,
    /** The candidate was better, and scores in the champion's shadow. */
    ACCEPTED
  }
}
