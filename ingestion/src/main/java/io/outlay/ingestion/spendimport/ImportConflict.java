package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.Period;

/**
 * Days that an import cannot take.
 *
 * @param ownedBy {@code api} or a dataset
 * @param message what stands against it and what would help
 */
public record ImportConflict(String accountId, Period days, String ownedBy, String message) {}
