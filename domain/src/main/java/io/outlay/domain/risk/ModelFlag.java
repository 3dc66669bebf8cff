package io.outlay.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a model that is not as it was.
 *
 * @param id number within the organization, rising
 * @param subject the feature or figure; {@code probability} for the score
 * @param figure how it is
 * @param limit beyond which it should not be
 * @param clearedAt when it was as before again; null while it is not
 */
public record ModelFlag(
    long id,
    long modelId,
    RiskKind kind,
    Reason reason,
    String subject,
    double figure,
    double limit,
    Instant raisedAt,
    @Nullable Instant clearedAt) {

  /** Why a flag is raised. */
  public enum Reason {
    /** A feature is distributed otherwise than among the rows the model learned from. */
    FEATURE_DRIFT,
    /** Probabilities are distributed otherwise than in the model's first period. */
    SCORE_DRIFT,
    /** What came true is worse than the probabilities let expect. */
    PERFORMANCE
  }
}
