package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's name must look like to be given a label.
 *
 * @param kind how the text is compared
 * @param text what to look for, 1 to 200 characters
 * @param value what the label says then; null, for expressions only: their only group, or all they
 *     matched
 */
public record NamePattern(Kind kind, String text, @Nullable String value) {

  private static final int LONGEST = 200;

  /** How a text is compared with a name. */
  public enum Kind {
    /** The name contains it, upper and lower case alike. */
    CONTAINS,
    /** The name starts with it, upper and lower case alike. */
    STARTS_WITH,
    /** A {@link NameExpression} fits anywhere in the name. */
    EXPRESSION
  }

  /** Refuses what cannot be a pattern. */
  public NamePattern {
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw BadRequest.of("rule.patterns.text", text, "1 to 200 characters");
    }
    if (kind == Kind.EXPRESSION) {
      NameExpression.require("rule.patterns.text", text);
    }
    if (value != null) {
      Labels.requireValue("rule.patterns.value", value);
    } else if (kind != Kind.EXPRESSION) {
      throw BadRequest.of("rule.patterns.value", null, "what the label says where the name fits");
    }
  }
}
