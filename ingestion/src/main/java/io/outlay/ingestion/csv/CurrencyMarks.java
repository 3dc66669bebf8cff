package io.outlay.ingestion.csv;

import io.outlay.domain.money.Currencies;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs and codes that stand before or behind an amount. */
final class CurrencyMarks {

  /** Marks that several currencies share: they are read over and name none. */
  private static final Set<String> SHARED = Set.of("$", "¥", "￥", "kr", "kr.", "元");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("₩", "KRW"),
          Map.entry("￦", "KRW"),
          Map.entry("원", "KRW"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("US$", "USD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("C$", "CAD"),
          Map.entry("CA$", "CAD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("S$", "SGD"),
          Map.entry("MX$", "MXN"),
          Map.entry("R$", "BRL"),
          Map.entry("JP¥", "JPY"),
          Map.entry("CN¥", "CNY"),
          Map.entry("円", "JPY"),
          Map.entry("₫", "VND"),
          Map.entry("฿", "THB"),
          Map.entry("₹", "INR"),
          Map.entry("₺", "TRY"),
          Map.entry("₱", "PHP"),
          Map.entry("₽", "RUB"),
          Map.entry("₴", "UAH"),
          Map.entry("₪", "ILS"),
          Map.entry("Rp", "IDR"),
          Map.entry("RM", "MYR"),
          Map.entry("zł", "PLN"),
          Map.entry("Kč", "CZK"),
          Map.entry("Ft", "HUF"));

  private CurrencyMarks() {}

  /** Whether the text is a currency's sign or code. */
  static boolean isMark(String text) {
    return SHARED.contains(text) || codeOf(text) != null;
  }

  /** The one currency the text names; null for a shared sign or no sign at all. */
  static @Nullable String codeOf(String text) {
    String code = SIGNS.get(text);
    if (code != null) {
      return code;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    return Currencies.isKnown(upper) ? upper : null;
  }

  /**
   * Whether amounts of the marked currency have no decimals, so that a lone separator groups
   * thousands.
   */
  static boolean isWithoutDecimals(String text) {
    String code = codeOf(text);
    return code != null && Currencies.decimals(code) == 0;
  }
}
