package io.outlay.domain.userscore;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users that a job scores.
 *
 * @param number of the portion within the job, from 0
 * @param firstUser least number of its users
 * @param lastUser greatest number of its users
 * @param kinds what is foretold
 * @param at the moment they are scored as of
 * @param heardAfter only users of whom something was recorded since; null for all
 */
public record ScorePortion(
    OrganizationId organization,
    long jobId,
    int number,
    long firstUser,
    long lastUser,
    List<RiskKind> kinds,
    Instant at,
    @Nullable Instant heardAfter) {

  /** Copies the kinds. */
  public ScorePortion {
    kinds = List.copyOf(kinds);
  }
}
