package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.Currencies;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.util.Locale;

/** Reads a cell of a currency column. */
final class CurrencyNames {

  private CurrencyNames() {}

  static String codeOf(String cell) {
    if (!Currencies.isCode(cell)) {
      throw new UnreadableValueException("a currency of three letters, such as KRW");
    }
    return cell.toUpperCase(Locale.ROOT);
  }
}
