package io.outlay.ingestion.csv;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies of ISO 4217. */
public final class Currencies {

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** Whether the text is a currency's code, in capitals or not. */
  public static boolean isCode(String text) {
    return text.length() == 3 && CODES.contains(text.toUpperCase(Locale.ROOT));
  }
}
