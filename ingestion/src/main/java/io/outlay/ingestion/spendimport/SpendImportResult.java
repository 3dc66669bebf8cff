package io.outlay.ingestion.spendimport;

import java.util.List;

/**
 * What was found in a file, and what importing it does.
 *
 * @param rowsThatWouldVanish stored rows the file does not hold, in what it replaces
 * @param conflicts the first 100
 * @param conflictCount all of them
 */
public record SpendImportResult(
    FileReport file, long rowsThatWouldVanish, List<ImportConflict> conflicts, long conflictCount) {

  /** Copies the list. */
  public SpendImportResult {
    conflicts = List.copyOf(conflicts);
  }
}
