package io.outlay.ingestion.spendimport;

import org.jspecify.annotations.Nullable;

/**
 * Something in a file that keeps it from being imported.
 *
 * @param line number of the line, from 1; null where the whole file is meant
 * @param column name of the column; null where the line or file is meant
 * @param value what stands there, at most 100 characters
 * @param expected what would be right
 */
public record FileProblem(
    @Nullable Long line, @Nullable String column, @Nullable String value, String expected) {

  private static final int LONGEST_VALUE = 100;

  /** Cuts the value. */
  public FileProblem {
    value =
        value != null && value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }

  /** A problem of the file as a whole or of what was asked. */
  public static FileProblem ofFile(@Nullable String column, String expected) {
    return new FileProblem(null, column, null, expected);
  }
}
