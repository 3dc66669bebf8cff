package io.outlay.domain.organization;

import java.util.List;
import java.util.Locale;

/** Languages in which Outlay explains metrics, reasons and notices. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  KOREAN(Locale.KOREAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language as Java's formatters want it. */
  public Locale locale() {
    return locale;
  }

  /**
   * The first language of an {@code Accept-Language} list that Outlay speaks; English where it
   * speaks none.
   */
  public static Language preferred(List<Locale.LanguageRange> wanted) {
    Locale found = Locale.lookup(wanted, List.of(Locale.ENGLISH, Locale.KOREAN));
    return Locale.KOREAN.equals(found) ? KOREAN : ENGLISH;
  }
}
