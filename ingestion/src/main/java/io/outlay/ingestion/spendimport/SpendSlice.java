package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows a file holds about one account and period, rows of one key summed, in a fixed order.
 *
 * @param accountName null where the file does not name it
 */
record SpendSlice(
    String accountId, @Nullable String accountName, Period period, List<FactRow> rows) {}
