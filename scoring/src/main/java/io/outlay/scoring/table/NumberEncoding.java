package io.outlay.scoring.table;

import java.util.Arrays;
import java.util.List;

/**
 * A number taken as it is.
 *
 * @param name name of the column
 * @param features its own name, or empty where it says nothing
 */
public record NumberEncoding(String name, List<String> features) implements ColumnEncoding {

  /** Takes over the list as it is now. */
  public NumberEncoding {
    features = List.copyOf(features);
  }

  static NumberEncoding learn(Column column, int[] rows) {
    long different = Arrays.stream(rows).mapToDouble(column::number).distinct().limit(2).count();
    return new NumberEncoding(column.name(), different > 1 ? List.of(column.name()) : List.of());
  }

  @Override
  public void encode(Column column, int row, float[] target, int at) {
    float value = (float) column.number(row);
    // Beyond float's range is as good as its end: trees only compare.
    target[at] = Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
  }
}
