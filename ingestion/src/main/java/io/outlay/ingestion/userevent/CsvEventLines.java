package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.CsvLines;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A header with the names of fields, then one event a line; empty cells count as not sent. */
final class CsvEventLines implements EventFile.Lines {

  private static final List<String> NEEDED = List.of("eventId", "userId", "type", "occurredAt");

  private final CsvLines lines;
  private final List<String> names;

  private CsvEventLines(CsvLines lines, List<String> names) {
    this.lines = lines;
    this.names = names;
  }

  /**
   * Reads the header.
   *
   * @throws BadRequest when it lacks what every event needs
   */
  static CsvEventLines open(InputStream in, Charset charset, char delimiter) throws IOException {
    CsvLines lines = CsvLines.open(in, charset, delimiter);
    try {
      return new CsvEventLines(lines, lines.hasNext() ? names(lines.next()) : names(List.of()));
    } catch (BadRequest wrong) {
      lines.close();
      throw wrong;
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return lines.hasNext();
    } catch (UnreadableValueException e) {
      throw BadRequest.of("file", "line " + lines.lastLine(), e.whatWouldBeRight());
    }
  }

  @Override
  public EventFile.Line next() {
    CsvLine line = lines.next();
    try {
      return new EventFile.Line(line.number(), fields(line), null);
    } catch (BadRequest unreadable) {
      return new EventFile.Line(line.number(), null, unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Map<String, String> fields(CsvLine line) {
    if (!line.endsWithin(names.size())) {
      throw BadRequest.of(
          "event", line.size() + " cells", names.size() + " cells, as the header has");
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), line.size()); i++) {
      if (line.isBroken(i)) {
        throw BadRequest.of(names.get(i), line.cell(i), "text in the file's encoding");
      }
      fields.put(names.get(i), line.cell(i));
    }
    return fields;
  }

  private static List<String> names(CsvLine header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      names.add(header.cell(i));
    }
    return names(names);
  }

  private static List<String> names(List<String> names) {
    if (!names.containsAll(NEEDED) || new HashSet<>(names).size() < names.size()) {
      throw BadRequest.of(
          "header", String.join(",", names), "each name once, and among them " + NEEDED);
    }
    return names;
  }
}
