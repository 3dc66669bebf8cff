package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model beside the champion, and what came of it.
 *
 * @param id number within the organization, rising
 * @param championId the champion when it began
 * @param explanation why it stands where it stands, in words; null while it runs
 * @param result told at the end only; null before
 * @param guardResult after a promotion, the former champion as first and the new one as second;
 *     null before
 * @param startedBy who, for people
 */
public record Experiment(
    OrganizationId organization,
    long id,
    RiskKind kind,
    long championId,
    long modelId,
    ExperimentPlan plan,
    State state,
    @Nullable String explanation,
    @Nullable ExperimentResult result,
    @Nullable ExperimentResult guardResult,
    String startedBy,
    Instant startedAt,
    @Nullable Instant promotedAt,
    @Nullable Instant endedAt) {

  /** Where an experiment stands. */
  public enum State {
    RUNNING,
    /** Better, and not promoted by rule: somebody may. */
    WON,
    /** Not better, or too costly. */
    LOST,
    /** Too few users to decide. */
    INCONCLUSIVE,
    /** Ended by hand, or because the champion it was compared with went. */
    STOPPED,
    /** Promoted, and the former champion scores on to compare. */
    GUARDED,
    /** Promoted, and nothing spoke against it. */
    PROMOTED,
    /** Promoted, found worse, and taken back. */
    ROLLED_BACK
  }

  /** Whether something may still change. */
  public boolean isOpen() {
    return state == State.RUNNING || state == State.GUARDED;
  }
}
