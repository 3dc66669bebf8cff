package io.outlay.domain.performance;

import java.util.List;

/**
 * An ad account that a notice is about, and its days.
 *
 * @param days stretches of the account's own days, oldest first; at most 50
 * @param differences sums over these days that differ from the platform's own totals; empty for
 *     notices of another kind
 */
public record Concern(
    Notice notice, long adAccountId, List<DateRange> days, List<MetricDifference> differences) {

  /** Most stretches one concern tells. */
  public static final int MOST_STRETCHES = 50;

  /** Copies the lists. */
  public Concern {
    days = List.copyOf(days);
    differences = List.copyOf(differences);
  }
}
