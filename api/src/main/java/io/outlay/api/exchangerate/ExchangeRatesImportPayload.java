package io.outlay.api.exchangerate;

import io.outlay.api.usererror.UserError;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.performance.DateRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import of rates did. */
record ExchangeRatesImportPayload(@Nullable Imported imported, List<UserError> userErrors) {

  static ExchangeRatesImportPayload of(String table, RatesImported done) {
    return new ExchangeRatesImportPayload(
        new Imported(table, done.days(), done.quotations()), List.of());
  }

  /** Rates that were imported; no days where there was none. */
  record Imported(String table, @Nullable DateRange days, long rateCount) {}
}
