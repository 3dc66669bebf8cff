package io.outlay.ingestion.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of a file in order, read as a stream; blank lines are passed over. Closes the file.
 */
public final class CsvLines implements Iterator<CsvLine>, Closeable {

  /** Longest record in characters. Only a quotation mark that never closes makes a longer one. */
  static final int LONGEST_RECORD = 1 << 20;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private long lastLine;

  private CsvLines(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    this.records = reader.iterator();
  }

  /** Opens {@code in} with the given encoding and delimiter. */
  public static CsvLines open(InputStream in, Charset charset, char delimiter) throws IOException {
    return over(DecodedText.of(in, charset), delimiter);
  }

  static CsvLines over(Reader text, char delimiter) {
    return new CsvLines(
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter('"')
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_RECORD)
            .build(
                CsvRecordHandler.of(
                    handler ->
                        handler
                            .maxFields(4096)
                            .maxFieldSize(LONGEST_RECORD)
                            .maxRecordSize(LONGEST_RECORD)),
                text));
  }

  /**
   * Whether another record follows.
   *
   * @throws UnreadableValueException when the text cannot be split into records
   * @throws UncheckedIOException when the file cannot be read
   */
  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw unreadable();
    }
  }

  @Override
  public CsvLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CsvLine line = new CsvLine(records.next());
    lastLine = line.number();
    return line;
  }

  /** Number of the line the last record given out starts on; 0 before the first. */
  public long lastLine() {
    return lastLine;
  }

  private static UnreadableValueException unreadable() {
    return new UnreadableValueException(
        "a quotation mark (\") that is closed again: what follows is longer than "
            + LONGEST_RECORD
            + " characters or 4,096 cells without an end");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
