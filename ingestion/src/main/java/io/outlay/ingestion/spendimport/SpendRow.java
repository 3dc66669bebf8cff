package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file, understood.
 *
 * @param line number of the line
 * @param fingerprint of the whole line
 * @param accountName null where the file does not name it
 * @param roundedAmounts how many of its amounts had more than six decimals
 * @param labels of its campaign
 */
record SpendRow(
    long line,
    long fingerprint,
    SlicePlace place,
    @Nullable String accountName,
    int roundedAmounts,
    CampaignLabels labels,
    FactRow fact) {}
