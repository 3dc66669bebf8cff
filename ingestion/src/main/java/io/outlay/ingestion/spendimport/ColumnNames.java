package io.outlay.ingestion.spendimport;

import io.outlay.domain.money.Currencies;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Column names made comparable: case, underscores, spaces and a currency in brackets make no
 * difference.
 */
final class ColumnNames {

  private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)\\s*\\(([A-Za-z]{3})\\)");
  private static final Pattern BLANKS = Pattern.compile("[\\s_\\u00A0]+");

  private ColumnNames() {}

  /** "Amount spent (USD)" and "AMOUNT_SPENT" give "amount spent". */
  static String normalised(String name) {
    Matcher matcher = IN_BRACKETS.matcher(name);
    String bare =
        matcher.matches() && Currencies.isKnown(matcher.group(2).toUpperCase(Locale.ROOT))
            ? matcher.group(1)
            : name;
    String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The currency a name carries in brackets; null where it carries none. */
  static @Nullable String currencyIn(String name) {
    Matcher matcher = IN_BRACKETS.matcher(name);
    if (!matcher.matches() || !Currencies.isKnown(matcher.group(2).toUpperCase(Locale.ROOT))) {
      return null;
    }
    return matcher.group(2).toUpperCase(Locale.ROOT);
  }
}
