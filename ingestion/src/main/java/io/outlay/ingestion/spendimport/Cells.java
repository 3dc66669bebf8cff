package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.Amounts;
import io.outlay.ingestion.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/** Reads cells of text. */
final class Cells {

  private Cells() {}

  /** Whether a cell is empty or a dash. */
  static boolean isNothing(String cell) {
    return Amounts.isNothing(cell);
  }

  /** The cell of a column; null where there is no column or the cell says nothing. */
  static @Nullable String text(CsvLine line, @Nullable FieldColumn column) {
    if (column == null) {
      return null;
    }
    String cell = line.cell(column.place());
    return isNothing(cell) ? null : cell;
  }
}
