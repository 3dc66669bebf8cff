package io.outlay.scoring.registry;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.table.Column;
import io.outlay.scoring.table.CsvTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows with what a model said of them where it was trained.
 *
 * @param rows values by feature; NaN for missing
 * @param outputs the model's own probabilities, before any calibration
 */
@SuppressWarnings("ArrayRecordComponent") // a column, read only
public record SampleRows(FeatureMatrix rows, double[] outputs) {

  private static final String OUTPUT = "output";
  private static final int MOST = 1_000;

  /**
   * Reads a CSV with a column for each feature, in any order, and the column {@code output}.
   *
   * @throws BadRequest when a column is missing or a cell is no number
   */
  public static SampleRows parse(byte[] csv, List<String> features) {
    CsvTable table = CsvTable.read(csv);
    if (table.rows() < 1 || table.rows() > MOST) {
      throw BadRequest.of("samples", table.rows() + " rows", "1 to " + MOST);
    }
    float[] values = new float[table.rows() * features.size()];
    for (int i = 0; i < features.size(); i++) {
      Column column = column(table, features.get(i));
      for (int row = 0; row < table.rows(); row++) {
        values[row * features.size() + i] = (float) number(column, row);
      }
    }
    Column output = column(table, OUTPUT);
    return new SampleRows(
        new FeatureMatrix(values, table.rows(), features.size()),
        IntStream.range(0, table.rows()).mapToDouble(row -> number(output, row)).toArray());
  }

  private static Column column(CsvTable table, String name) {
    if (!table.names().contains(name)) {
      throw BadRequest.of("samples", "columns " + table.names(), "a column " + name + " too");
    }
    return table.column(name);
  }

  private static double number(Column column, int row) {
    double number = column.number(row);
    if (Double.isNaN(number) && !column.isMissing(row)) {
      throw BadRequest.of(
          "samples", column.text(row), "a number in column " + column.name() + ", row " + row);
    }
    return number;
  }
}
