package io.outlay.domain.userscore;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of users.
 *
 * @param risk condition on the latest kept score; null for users with and without
 * @param externalIdPrefix how the id the user was first seen by begins; null for any
 * @param order what pages are ordered by; equal ones by number
 * @param isDescending whether the greatest comes first
 * @param first most users, from 1 to 500
 * @param after last user of the page before; null for the first page
 */
public record UserQuery(
    OrganizationId organization,
    @Nullable Risk risk,
    @Nullable String externalIdPrefix,
    Order order,
    boolean isDescending,
    int first,
    @Nullable Position after) {

  /**
   * Condition on the latest kept score of a kind; both ends are included.
   *
   * @param bands any of them; empty for any at all
   */
  public record Risk(RiskKind kind, double least, double most, Set<RiskBand> bands) {

    /** Copies the bands. */
    public Risk {
      bands = Set.copyOf(bands);
    }
  }

  /** What a page is ordered by. */
  public enum Order {
    /** When Outlay first heard of the user. */
    CREATED,
    /** Probability of the latest kept score of the condition's kind. */
    PROBABILITY
  }

  /**
   * Where a page ended.
   *
   * @param place what the last user was ordered by, as text
   */
  public record Position(String place, long userId) {}
}
