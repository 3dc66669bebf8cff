package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.UnreadableValueException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a country as exports name it into its ISO 3166 code of two letters. */
final class Countries {

  private static final Set<String> UNKNOWN =
      Set.of("unknown", "알 수 없음", "(not set)", "other", "기타", "all", "worldwide");
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /**
   * The code; null where the export itself does not know.
   *
   * @throws UnreadableValueException when no country is called so
   */
  static @Nullable String code(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    String code = CODES.get(key);
    if (code == null && !UNKNOWN.contains(key)) {
      throw new UnreadableValueException(
          "a country as two letters, such as KR, or by its English or Korean name");
    }
    return code;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      put(codes, code, code);
      put(codes, country.getISO3Country(), code);
      put(codes, country.getDisplayCountry(Locale.ENGLISH), code);
      put(codes, country.getDisplayCountry(Locale.KOREAN), code);
    }
    put(codes, "South Korea", "KR");
    put(codes, "Korea, Republic of", "KR");
    put(codes, "Republic of Korea", "KR");
    put(codes, "Korea", "KR");
    put(codes, "한국", "KR");
    put(codes, "USA", "US");
    put(codes, "United States of America", "US");
    put(codes, "UK", "GB");
    put(codes, "Great Britain", "GB");
    put(codes, "Hong Kong", "HK");
    put(codes, "홍콩", "HK");
    put(codes, "Macau", "MO");
    put(codes, "마카오", "MO");
    put(codes, "Turkey", "TR");
    put(codes, "Türkiye", "TR");
    put(codes, "Czech Republic", "CZ");
    put(codes, "Viet Nam", "VN");
    put(codes, "Russian Federation", "RU");
    return Map.copyOf(codes);
  }

  private static void put(Map<String, String> codes, String name, String code) {
    codes.put(name.toLowerCase(Locale.ROOT), code);
  }
}
