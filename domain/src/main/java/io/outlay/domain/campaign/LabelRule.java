package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;

/**
 * Reads a label out of campaign names: one part of the name between separators. Campaigns with
 * fewer parts get none. It also reaches campaigns that appear later.
 *
 * @param key label to set
 * @param separator text between parts, 1 to 10 characters
 * @param part 1 for the first part, -1 for the last
 */
public record LabelRule(String key, String separator, int part) {

  private static final int LONGEST_SEPARATOR = 10;
  private static final int MOST_PARTS = 100;

  /** Refuses what cannot be a rule. */
  public LabelRule {
    Labels.requireKey("rule.key", key);
    if (separator.isEmpty() || separator.length() > LONGEST_SEPARATOR) {
      throw BadRequest.of("rule.separator", separator, "1 to 10 characters, for example _");
    }
    if (part == 0 || Math.abs(part) > MOST_PARTS) {
      throw BadRequest.of(
          "rule.part", part, "1 for the first part, 2 for the second, -1 for the last");
    }
  }
}
