package io.outlay.domain.money;

import io.outlay.domain.error.BadRequest;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What ISO 4217 knows about currencies. */
public final class Currencies {

  private static final Map<String, Currency> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

  private Currencies() {}

  /** Whether the text is an ISO 4217 code, in capital letters. */
  public static boolean isKnown(@Nullable String code) {
    return code != null && KNOWN.containsKey(code);
  }

  /**
   * The code itself when it is one.
   *
   * @param field where it was given, for the message
   * @throws BadRequest when it is not an ISO 4217 code
   */
  public static String require(String field, @Nullable String code) {
    if (code == null || !KNOWN.containsKey(code)) {
      throw BadRequest.of(
          field, code, "an ISO 4217 currency code in capital letters, such as USD or KRW");
    }
    return code;
  }

  /** Decimals amounts of the currency usually have: 2 for USD, 0 for KRW and for unknown codes. */
  public static int decimals(String code) {
    Currency currency = KNOWN.get(code);
    return currency == null ? 0 : Math.max(0, currency.getDefaultFractionDigits());
  }
}
