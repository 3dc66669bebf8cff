package io.outlay.domain.exchangerate;

import io.outlay.domain.performance.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What an import of rates did.
 *
 * @param days first to last quoted day; null when nothing was quoted
 * @param quotations number of quotations read, the euro's own left out
 * @param changedRates number of rates of calendar days that are new or differ from before
 */
public record RatesImported(@Nullable DateRange days, long quotations, long changedRates) {}
