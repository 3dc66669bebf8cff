package io.outlay.domain.action;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automated decision about a user, with all that explains it.
 *
 * @param id number within the organization; 0 before it is stored
 * @param value margin in log-odds
 * @param baseValue margin before anything is known of the user
 * @param reasons all features, largest contribution first
 * @param isControl whether the user was left alone by chance
 * @param sentAt when it was told for good; null before, and for ever in the control group
 * @param reviewNote what the person said; null without
 */
public record Decision(
    long id,
    long ruleId,
    long userId,
    RiskKind kind,
    RiskBand band,
    double value,
    double probability,
    double baseValue,
    long modelId,
    int modelNumber,
    List<Because> reasons,
    boolean isControl,
    Instant decidedAt,
    @Nullable Instant sentAt,
    Review review,
    @Nullable String reviewNote,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt) {

  /** Copies the reasons. */
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /**
   * A feature as it was.
   *
   * @param value null where it was missing
   * @param contribution in log-odds
   */
  public record Because(String feature, @Nullable Double value, double contribution) {}

  /** What a person says of it. */
  public enum Review {
    NONE,
    /** A person shall look at it. */
    REQUESTED,
    CONFIRMED,
    /** It was wrong. */
    OVERTURNED
  }
}
