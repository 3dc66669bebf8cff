package io.outlay.domain.performance.postgres;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Columns that are never null. */
final class Rows {

  private Rows() {}

  static long number(Readable row, int column) {
    return Objects.requireNonNull(row.get(column, Long.class));
  }

  static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
