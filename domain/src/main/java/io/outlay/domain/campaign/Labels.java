package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;
import java.util.regex.Pattern;

/** What keys and values of labels may look like. */
final class Labels {

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
  private static final int LONGEST_VALUE = 200;

  private Labels() {}

  static void requireKey(String field, String key) {
    if (!KEY.matcher(key).matches()) {
      throw BadRequest.of(field, key, "a letter, then letters, digits, _ or -, at most 40 in all");
    }
  }

  static void requireValue(String field, String value) {
    if (value.isBlank() || value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
      throw BadRequest.of(field, value, "1 to 200 characters");
    }
  }
}
