package io.outlay.scoring.table;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a table's columns become a model's features. Learned from training rows only; columns are
 * found by name, so a table may have more of them or another order.
 *
 * @param columns source columns in the order of their features
 */
public record FeatureEncoding(List<ColumnEncoding> columns) {

  /** Takes over the list as it is now. */
  public FeatureEncoding {
    columns = List.copyOf(columns);
  }

  /**
   * Learns an encoding. Columns with one value only, or with texts that are all rare (such as
   * identifiers), carry nothing that could be learned and are left out.
   *
   * @param excluded names of columns that are no features
   * @param categorical names of columns whose numbers are codes
   */
  public static FeatureEncoding learn(
      CsvTable table, int[] rows, Set<String> excluded, Set<String> categorical) {
    List<ColumnEncoding> found = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!excluded.contains(column.name())) {
        boolean codes = categorical.contains(column.name()) || !column.isNumeric();
        ColumnEncoding encoding =
            codes ? CategoryEncoding.learn(column, rows) : NumberEncoding.learn(column, rows);
        if (!encoding.features().isEmpty()) {
          found.add(encoding);
        }
      }
    }
    return new FeatureEncoding(found);
  }

  /** Names of the model's features in order, for example {@code Contract=Two year}. */
  public List<String> features() {
    return columns.stream().flatMap(column -> column.features().stream()).toList();
  }

  /** The named rows as the model sees them. */
  public FeatureMatrix encode(CsvTable table, int[] rows) {
    int width = features().size();
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    int offset = 0;
    for (ColumnEncoding encoding : columns) {
      Column column = table.column(encoding.name());
      for (int i = 0; i < rows.length; i++) {
        encoding.encode(column, rows[i], values, i * width + offset);
      }
      offset += encoding.features().size();
    }
    return new FeatureMatrix(values, rows.length, width);
  }
}
