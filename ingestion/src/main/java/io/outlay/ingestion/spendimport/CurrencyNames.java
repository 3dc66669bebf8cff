package io.outlay.ingestion.spendimport;

import io.outlay.domain.money.Currencies;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.util.Locale;

/** Reads a cell of a currency column. */
final class CurrencyNames {

  private CurrencyNames() {}

  static String codeOf(String cell) {
    String code = cell.toUpperCase(Locale.ROOT);
    if (!Currencies.isKnown(code)) {
      throw new UnreadableValueException("a currency of three letters, such as KRW");
    }
    return code;
  }
}
