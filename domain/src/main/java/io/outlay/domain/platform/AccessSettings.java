package io.outlay.domain.platform;

import io.outlay.domain.error.BadRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an ad account is collected.
 *
 * @param apiVersion version or dialect of the platform's API
 * @param lookBackDays days back that are read again daily, 1 to 90
 * @param longestWindowDays days back that are read again weekly while they still move, up to 90
 * @param syncEvery time between two syncs, a minute to a week
 * @param historyFrom first day that is wanted, in the account's zone
 * @param takesOver whether days that an import owns belong to the platform once they are collected;
 *     otherwise they are left out
 */
public record AccessSettings(
    String apiVersion,
    ActionMapping mapping,
    int lookBackDays,
    int longestWindowDays,
    Duration syncEvery,
    LocalDate historyFrom,
    boolean takesOver) {

  /** Longest look-back and window, in days. */
  public static final int MOST_DAYS = 90;

  private static final Duration LONGEST = Duration.ofDays(7);

  /** Refuses what cannot be right. */
  public AccessSettings {
    if (lookBackDays < 1 || lookBackDays > MOST_DAYS) {
      throw BadRequest.of("lookBackDays", lookBackDays, "a number from 1 to " + MOST_DAYS);
    }
    if (longestWindowDays < lookBackDays || longestWindowDays > MOST_DAYS) {
      throw BadRequest.of(
          "longestWindowDays",
          longestWindowDays,
          "a number from lookBackDays, " + lookBackDays + ", to " + MOST_DAYS);
    }
    if (syncEvery.compareTo(Duration.ofMinutes(1)) < 0 || syncEvery.compareTo(LONGEST) > 0) {
      throw BadRequest.of("syncMinutes", syncEvery.toMinutes(), "1 to 10080 minutes, a week");
    }
  }

  /** The settings as the audit log writes them. */
  public Map<String, ?> auditFields() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("apiVersion", apiVersion);
    fields.put("conversionGoal", mapping.goal().name());
    fields.put("actionKinds", new TreeMap<>(mapping.kinds()));
    fields.put("attributionBasis", mapping.attributionBasis());
    fields.put("lookBackDays", lookBackDays);
    fields.put("longestWindowDays", longestWindowDays);
    fields.put("syncMinutes", syncEvery.toMinutes());
    fields.put("historyFrom", historyFrom.toString());
    fields.put("takesOver", takesOver);
    return fields;
  }
}
