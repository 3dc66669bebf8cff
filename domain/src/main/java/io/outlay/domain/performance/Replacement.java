package io.outlay.domain.performance;

import java.util.Set;

/** How much of a slice's stored rows a new one replaces. */
public sealed interface Replacement {

  /** All rows of the account and period. */
  record WholeSlice() implements Replacement {}

  /**
   * Only rows of the named campaigns; others stay as they are.
   *
   * @param campaignIds external ids
   */
  record Campaigns(Set<String> campaignIds) implements Replacement {
    /** Copies the ids. */
    public Campaigns {
      campaignIds = Set.copyOf(campaignIds);
    }
  }
}
