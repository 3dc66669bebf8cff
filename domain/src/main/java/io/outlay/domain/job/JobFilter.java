package io.outlay.domain.job;

import java.util.Set;

/**
 * Which jobs; an empty set means any.
 *
 * @param kinds kinds of work
 * @param states where they stand
 */
public record JobFilter(Set<String> kinds, Set<JobState> states) {

  /** All jobs. */
  public static final JobFilter ALL = new JobFilter(Set.of(), Set.of());

  /** Copies the sets. */
  public JobFilter {
    kinds = Set.copyOf(kinds);
    states = Set.copyOf(states);
  }
}
