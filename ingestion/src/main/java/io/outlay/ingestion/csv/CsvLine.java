package io.outlay.ingestion.csv;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * One record of a file: its first line's number and its cells, trimmed. Blank cells beyond the last
 * are empty.
 */
public final class CsvLine {

  private final CsvRecord fields;

  CsvLine(CsvRecord fields) {
    this.fields = fields;
  }

  /** Number of the line the record starts on; the first line is 1. */
  public long number() {
    return fields.getStartingLineNumber();
  }

  /** How many cells the line has. */
  public int size() {
    return fields.getFieldCount();
  }

  /** The trimmed cell at a place counted from 0, empty where the line is shorter. */
  public String cell(int place) {
    return place < fields.getFieldCount() ? fields.getField(place).strip() : "";
  }

  /** Whether the cell holds bytes that could not be decoded or a null character. */
  public boolean isBroken(int place) {
    String text = fields.getField(place);
    return text.indexOf(DecodedText.BROKEN) >= 0 || text.indexOf('\0') >= 0;
  }

  /** Whether nothing but blanks stands behind the given number of cells. */
  public boolean endsWithin(int columns) {
    for (int i = columns; i < size(); i++) {
      if (!fields.getField(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A 64-bit fingerprint of all cells: equal lines have equal ones, different lines almost surely
   * not.
   */
  public long fingerprint() {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < size(); i++) {
      String text = fields.getField(i);
      for (int j = 0; j < text.length(); j++) {
        hash = (hash ^ text.charAt(j)) * 0x100000001B3L;
      }
      hash = (hash ^ 0x1F) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  /** The cells as one line of text, at most 200 characters, for messages. */
  public String excerpt() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size() && text.length() < 200; i++) {
      text.append(i == 0 ? "" : " | ").append(cell(i));
    }
    return text.length() > 200 ? text.substring(0, 200) : text.toString();
  }
}
