package io.outlay.ingestion.platform.meta;

import io.outlay.domain.money.Micros;
import io.outlay.ingestion.platform.reading.Fields;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Budgets, which Meta gives in an offset of its own: hundredths, or whole units for the currencies
 * below. That is not ISO 4217: the forint, Taiwan dollar and others have hundredths there.
 */
final class MetaMoney {

  private static final Set<String> WHOLE_UNITS =
      Set.of("CLP", "COP", "CRC", "HUF", "IDR", "ISK", "JPY", "KRW", "PYG", "TWD", "VND");
  private static final int HUNDREDTHS = 2;

  private MetaMoney() {}

  /** Millionths of the major unit; null where there is no budget, which Meta may write as 0. */
  static @Nullable Long budgetMicros(JsonNode object, String field, String currencyCode) {
    BigDecimal offset = Fields.number(object, field);
    if (offset == null || offset.signum() == 0) {
      return null;
    }
    try {
      return Micros.of(
          WHOLE_UNITS.contains(currencyCode) ? offset : offset.movePointLeft(HUNDREDTHS));
    } catch (ArithmeticException e) {
      throw Fields.unreadable(field, offset, "an amount that fits");
    }
  }
}
