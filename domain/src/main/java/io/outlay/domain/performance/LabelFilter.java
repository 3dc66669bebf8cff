package io.outlay.domain.performance;

import java.util.Set;

/**
 * Campaigns by one of their labels; also names the label that {@link Dimension#LABEL} groups by.
 *
 * @param key the label, for example {@code title}
 * @param values values wanted; empty for any, also for campaigns without the label
 */
public record LabelFilter(String key, Set<String> values) {

  /** Copies the values. */
  public LabelFilter {
    values = Set.copyOf(values);
  }
}
