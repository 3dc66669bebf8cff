package io.outlay.domain.spendimport;

import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;

/**
 * A slice of delivery that is in the database now.
 *
 * @param accountId the account's external id
 * @param source {@code api} or the dataset that owns it
 */
public record StoredSlice(
    String accountId, long sliceId, String source, Period period, Level level, int rowCount) {}
