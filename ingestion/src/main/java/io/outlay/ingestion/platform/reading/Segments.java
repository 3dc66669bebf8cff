package io.outlay.ingestion.platform.reading;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Platforms' words for countries and devices. */
public final class Segments {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "UNSPECIFIED", "OTHER");

  private Segments() {}

  /** ISO 3166 code of two letters; null for anything else, such as {@code unknown}. */
  public static @Nullable String country(@Nullable String word) {
    String code = word == null ? "" : word.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(code) ? code : null;
  }

  /** The platform's word in small letters, for example {@code iphone}; null where it knows none. */
  public static @Nullable String device(@Nullable String word) {
    return word == null || UNKNOWN.contains(word.toUpperCase(Locale.ROOT))
        ? null
        : word.toLowerCase(Locale.ROOT);
  }
}
