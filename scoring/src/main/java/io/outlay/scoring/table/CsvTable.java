package io.outlay.scoring.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.outlay.domain.error.BadRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header, held in memory by column. UTF-8, comma, RFC 4180 quoting; {@code .gz}
 * is unpacked. Immutable.
 */
public final class CsvTable {

  private static final int MOST_COLUMNS = 2_000;
  private static final long MOST_CELLS = 200_000_000;

  private final List<Column> columns;
  private final int rows;

  private CsvTable(List<Column> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws BadRequest when it is no such table or larger than memory should hold
   * @throws IOException when it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw BadRequest.of("data", file.toString(), "a file that exists, .csv or .csv.gz");
    }
    return read(open(file));
  }

  /**
   * Reads a table that is at hand.
   *
   * @throws BadRequest when it is no such table
   */
  public static CsvTable read(byte[] utf8) {
    try {
      return read(new ByteArrayInputStream(utf8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  private static CsvTable read(InputStream bytes) throws IOException {
    try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
      return read(records.iterator());
    } catch (CsvParseException e) {
      throw new BadRequest("The table is no CSV: " + e.getMessage());
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private static CsvTable read(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      throw new BadRequest("The table is empty; expected a header line.");
    }
    List<ColumnBuilder> builders = header(records.next());
    int rows = 0;
    while (records.hasNext()) {
      add(records.next(), builders);
      rows++;
      if ((long) rows * builders.size() > MOST_CELLS) {
        throw BadRequest.of("number of cells", "over " + MOST_CELLS, "a smaller table");
      }
    }
    return new CsvTable(builders.stream().map(ColumnBuilder::build).toList(), rows);
  }

  private static List<ColumnBuilder> header(CsvRecord header) {
    if (header.getFieldCount() > MOST_COLUMNS) {
      throw BadRequest.of("number of columns", header.getFieldCount(), "at most " + MOST_COLUMNS);
    }
    List<ColumnBuilder> builders = new ArrayList<>();
    HashSet<String> names = new HashSet<>();
    for (String field : header.getFields()) {
      String name = field.strip();
      if (!names.add(name)) {
        throw BadRequest.of("column name", name, "each name once");
      }
      builders.add(new ColumnBuilder(name));
    }
    return builders;
  }

  private static void add(CsvRecord line, List<ColumnBuilder> builders) {
    if (line.getFieldCount() != builders.size()) {
      throw BadRequest.of(
          "number of fields in line " + line.getStartingLineNumber(),
          line.getFieldCount(),
          "the header's " + builders.size());
    }
    for (int i = 0; i < builders.size(); i++) {
      builders.get(i).add(line.getField(i));
    }
  }

  /** Number of rows without the header. */
  public int rows() {
    return rows;
  }

  /** The columns in file order. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The column of a name.
   *
   * @throws BadRequest when there is none
   */
  public Column column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> BadRequest.of("column", name, "one of " + names()));
  }

  /** Names of all columns in file order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }
}
