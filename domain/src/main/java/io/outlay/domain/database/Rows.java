package io.outlay.domain.database;

import io.r2dbc.spi.Readable;

/** Reading columns that are never null. */
public final class Rows {

  private Rows() {}

  /**
   * The column's value.
   *
   * @throws IllegalStateException when it is null
   */
  public static <T> T get(Readable row, String column, Class<T> type) {
    T value = row.get(column, type);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }
}
