package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;
import java.util.List;

/**
 * Reads a label out of campaign names, also of campaigns that appear later. A name it says nothing
 * about gets no label; a label set for a campaign itself stays.
 */
public sealed interface LabelRule {

  /** Label to set. */
  String key();

  /**
   * One part of the name between separators. Campaigns with fewer parts get none.
   *
   * @param separator text between parts, 1 to 10 characters
   * @param part 1 for the first part, -1 for the last
   */
  record Part(String key, String separator, int part) implements LabelRule {

    private static final int LONGEST_SEPARATOR = 10;
    private static final int MOST_PARTS = 100;

    /** Refuses what cannot be a rule. */
    public Part {
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

  /**
   * Patterns, of which the first that fits the name gives the label.
   *
   * @param patterns in the order they are tried, 1 to 100
   */
  record Patterns(String key, List<NamePattern> patterns) implements LabelRule {

    private static final int MOST = 100;

    /** Refuses what cannot be a rule. */
    public Patterns {
      Labels.requireKey("rule.key", key);
      patterns = List.copyOf(patterns);
      if (patterns.isEmpty() || patterns.size() > MOST) {
        throw BadRequest.of("rule.patterns", patterns.size() + " patterns", "1 to 100");
      }
    }
  }
}
