package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;
import java.util.regex.Pattern;

/**
 * What a feature means that is computed elsewhere. Of each user its latest value counts.
 *
 * @param name lower case letters, digits and underscores, begins with {@code imported_}, so that it
 *     cannot be mistaken for one of Outlay's own
 * @param english what it tells, in English
 * @param korean what it tells, in Korean
 * @param unit what its number is a number of, as the feature units of scoring are named
 * @param allowedAgeDays days after which a value is called stale, 1 to 365
 * @param isActionable whether somebody could do something about it
 */
public record ImportedFeature(
    String name,
    String english,
    String korean,
    String unit,
    int allowedAgeDays,
    boolean isActionable) {

  private static final Pattern NAME = Pattern.compile("imported_[a-z0-9_]{1,50}");
  private static final int LONGEST_TEXT = 200;

  /** Refuses what cannot be shown or stored. */
  public ImportedFeature {
    if (!NAME.matcher(name).matches()) {
      throw BadRequest.of(
          "name", name, "imported_ and then 1 to 50 lower case letters, digits or underscores");
    }
    checkText("english", english);
    checkText("korean", korean);
    SettingCheck.between("allowedAgeDays", allowedAgeDays, 1, 365);
  }

  private static void checkText(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw BadRequest.of(field, text, "1 to " + LONGEST_TEXT + " characters");
    }
  }
}
