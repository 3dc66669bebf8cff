package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.UnreadableValueException;
import java.util.Locale;

/** Turns a gender as exports name it into {@code FEMALE}, {@code MALE} or {@code UNKNOWN}. */
final class Genders {

  private Genders() {}

  static String of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "f", "female", "women", "여성", "여" -> "FEMALE";
      case "m", "male", "men", "남성", "남" -> "MALE";
      case "unknown", "undetermined", "uncategorized", "알 수 없음", "미분류", "u" -> "UNKNOWN";
      default -> throw new UnreadableValueException("female, male or unknown");
    };
  }
}
