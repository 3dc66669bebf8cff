package io.outlay.schema;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Currencies by their ISO 4217 codes. */
final class CurrencyCodeCoercing extends TextCoercing<String> {

  private static final Set<String> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  CurrencyCodeCoercing() {
    super(String.class, "an ISO 4217 currency code in capital letters such as \"USD\"");
  }

  @Override
  Optional<String> read(String text) {
    return KNOWN.contains(text) ? Optional.of(text) : Optional.empty();
  }

  @Override
  String write(String value) {
    return value;
  }
}
