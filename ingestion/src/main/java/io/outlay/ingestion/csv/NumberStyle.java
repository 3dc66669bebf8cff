package io.outlay.ingestion.csv;

/** How a file writes decimals. Spaces and apostrophes group digits in either style. */
public enum NumberStyle {
  /** 1,234.56 */
  POINT('.', ','),
  /** 1.234,56 */
  COMMA(',', '.');

  private final char decimalMark;
  private final char groupMark;

  NumberStyle(char decimalMark, char groupMark) {
    this.decimalMark = decimalMark;
    this.groupMark = groupMark;
  }

  char decimalMark() {
    return decimalMark;
  }

  char groupMark() {
    return groupMark;
  }
}
