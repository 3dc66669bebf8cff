package io.outlay.scoring.table;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Parts a table's rows fall into, by name and row index only: the same in every language and run.
 *
 * @param name name of the split
 * @param count number of parts, 2 or more
 */
public record Folds(String name, int count) {

  /** The part of a row: CRC-32 of {@code name:row} in UTF-8, modulo the number of parts. */
  public int of(int row) {
    CRC32 crc = new CRC32();
    crc.update((name + ":" + row).getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % count);
  }

  /** Rows of a part, ascending. */
  public int[] inside(int fold, int rows) {
    return IntStream.range(0, rows).filter(row -> of(row) == fold).toArray();
  }

  /** Rows of all other parts, ascending. */
  public int[] outside(int fold, int rows) {
    return IntStream.range(0, rows).filter(row -> of(row) != fold).toArray();
  }
}
