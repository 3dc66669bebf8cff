package io.outlay.domain.action;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a rule acts.
 *
 * @param name for people, 1 to 100 characters
 * @param kind what is foretold
 * @param bands in which it acts; 1 or more
 * @param segment which users it is for
 * @param everyDays a user is decided about once in so many days, 1 to 1,100
 * @param controlShare share of the users that are left alone, from 0.01 to 0.5
 * @param isActive whether it acts now
 */
public record RuleTerms(
    String name,
    RiskKind kind,
    Set<RiskBand> bands,
    Segment segment,
    int everyDays,
    double controlShare,
    boolean isActive) {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_DAYS = 1_100;
  private static final int MOST_VALUES = 100;

  /** Refuses values out of range. */
  public RuleTerms {
    bands = Set.copyOf(bands);
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw BadRequest.of("name", name, "1 to " + LONGEST_NAME + " characters");
    }
    if (bands.isEmpty()) {
      throw BadRequest.of("bands", "an empty list", "1 to 3 bands");
    }
    if (everyDays < 1 || everyDays > MOST_DAYS) {
      throw BadRequest.of("everyDays", everyDays, "1 to " + MOST_DAYS);
    }
    if (!(controlShare >= 0.01 && controlShare <= 0.5)) {
      throw BadRequest.of(
          "controlShare", controlShare, "0.01 to 0.5: without a control group no effect is known");
    }
  }

  /**
   * Which users a rule is for; an empty set means any value, also none.
   *
   * @param channels keys of the channels the user came from
   * @param countries ISO 3166-1 alpha-2 codes
   * @param platforms such as {@code IOS}
   */
  public record Segment(Set<String> channels, Set<String> countries, Set<String> platforms) {

    /** All users. */
    public static final Segment EVERYBODY = new Segment(Set.of(), Set.of(), Set.of());

    /** Copies the sets and refuses long ones. */
    public Segment {
      channels = checked("segment.channels", channels);
      countries = checked("segment.countries", countries);
      platforms = checked("segment.platforms", platforms);
    }

    /** Whether it sets no condition. */
    public boolean isEverybody() {
      return channels.isEmpty() && countries.isEmpty() && platforms.isEmpty();
    }

    private static Set<String> checked(String field, Set<String> values) {
      if (values.size() > MOST_VALUES) {
        throw BadRequest.of(field, values.size() + " values", "at most " + MOST_VALUES);
      }
      for (String value : values) {
        if (value.isEmpty() || value.length() > MOST_VALUES || value.indexOf('\0') >= 0) {
          throw BadRequest.of(field, value, "1 to 100 characters");
        }
      }
      return Collections.unmodifiableSet(new TreeSet<>(values));
    }
  }
}
