package io.outlay.domain.exchangerate;

import io.outlay.domain.performance.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What an import of rates did.
 *
 * @param days first to last quoted day; null when nothing was quoted
 * @param quotations number of quotations read, the euro's own left out
 * @param changedRates number of rates of calendar days that are new or differ from before
 * @param replacedRates how many of them stood in the table before, with another value
 * @param ratesBefore number of rates in the table before
 */
public record RatesImported(
    @Nullable DateRange days,
    long quotations,
    long changedRates,
    long replacedRates,
    long ratesBefore) {

  /** Number of rates in the table now. */
  public long ratesAfter() {
    return ratesBefore + changedRates - replacedRates;
  }
}
