package io.outlay.scoring.train;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outlay.scoring.table.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Scores of a table as CSV: row index, score, margin, base value, then the columns that moved it
 * most (name, value, contribution) and the rest as one sum, so that each line adds up to its
 * margin.
 */
public final class ScoreFile {

  private static final int REASONS = 5;
  private static final int BATCH = 1_000;

  private final TableModel model;
  private final CsvTable table;

  /** Of all rows of a table. */
  public ScoreFile(TableModel model, CsvTable table) {
    this.model = model;
    this.table = table;
  }

  /**
   * Writes the file, a thousand rows at a time.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(header());
      for (int from = 0; from < table.rows(); from += BATCH) {
        int[] rows = IntStream.range(from, Math.min(from + BATCH, table.rows())).toArray();
        List<Score> scores = model.scores(table, rows);
        for (int i = 0; i < rows.length; i++) {
          csv.writeRecord(line(rows[i], scores.get(i)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    names.add("row");
    names.add(model.model().valueName());
    names.add("margin");
    names.add("baseValue");
    for (int i = 1; i <= REASONS; i++) {
      names.add("reason" + i);
      names.add("value" + i);
      names.add("contribution" + i);
    }
    names.add("rest");
    return names;
  }

  private List<String> line(int row, Score score) {
    double[] byColumn = model.byColumn(score);
    int[] order = strongestFirst(byColumn);
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(row));
    fields.add(Double.isNaN(score.value()) ? "" : number(score.value()));
    fields.add(number(score.margin()));
    fields.add(number(score.baseValue()));
    double rest = 0;
    for (int i = 0; i < Math.max(REASONS, order.length); i++) {
      if (i < REASONS) {
        addReason(fields, row, i < order.length ? order[i] : -1, byColumn);
      } else {
        rest += byColumn[order[i]];
      }
    }
    fields.add(number(rest));
    return fields;
  }

  private void addReason(List<String> fields, int row, int column, double[] byColumn) {
    if (column < 0) {
      fields.addAll(List.of("", "", ""));
      return;
    }
    String name = model.encoding().columns().get(column).name();
    fields.addAll(List.of(name, table.column(name).text(row), number(byColumn[column])));
  }

  private static int[] strongestFirst(double[] contributions) {
    return IntStream.range(0, contributions.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
