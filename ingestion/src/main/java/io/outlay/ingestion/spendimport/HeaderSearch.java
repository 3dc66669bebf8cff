package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.CsvLines;
import io.outlay.ingestion.csv.CsvSource;
import io.outlay.ingestion.csv.FileSample;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the line that names the columns, past title lines and under each delimiter the file may
 * have: the first line that a preset knows or that has all given columns.
 */
final class HeaderSearch {

  /** Title lines an export may begin with. */
  private static final int LINES = 50;

  /** Column of tables that have a row for each of an ad's actions and not for its figures. */
  private static final String ACTION = "action_type";

  private final CsvSource source;
  private final FileSample sample;
  private final SpendFileSettings settings;

  /**
   * A header and what told it.
   *
   * @param preset null where the given columns alone told it
   */
  record Found(char delimiter, HeaderLine line, @Nullable Preset preset) {}

  HeaderSearch(CsvSource source, FileSample sample, SpendFileSettings settings) {
    this.source = source;
    this.sample = sample;
    this.settings = settings;
  }

  /**
   * The header.
   *
   * @throws UnreadableValueException when no line can be one
   */
  Found find() throws IOException {
    for (char delimiter : sample.delimiters()) {
      Optional<Found> found = findUnder(delimiter);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new UnreadableValueException(whatWouldBeRight());
  }

  private Optional<Found> findUnder(char delimiter) throws IOException {
    try (CsvLines lines = CsvLines.open(source.open(), sample.charset(), delimiter)) {
      for (int i = 0; i < LINES && lines.hasNext(); i++) {
        Optional<Found> found = header(delimiter, HeaderLine.of(lines.next()));
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (UnreadableValueException e) {
      return Optional
          .empty(); // not the delimiter; when none is, the search says what it looked for
    }
    return Optional.empty();
  }

  private Optional<Found> header(char delimiter, HeaderLine line) {
    if (line.names().size() < 2 || !hasGivenColumns(line)) {
      return Optional.empty();
    }
    if (settings.preset() != null) {
      return Presets.ofKey(settings.preset())
          .filter(preset -> isUsable(ColumnMapping.of(line, preset, settings.columns())))
          .map(preset -> new Found(delimiter, line, preset));
    }
    Optional<Preset> recognised = Presets.recognising(line);
    if (recognised.isPresent()) {
      return Optional.of(new Found(delimiter, line, recognised.get()));
    }
    return isUsable(ColumnMapping.of(line, null, settings.columns()))
        ? Optional.of(new Found(delimiter, line, null))
        : Optional.empty();
  }

  private boolean hasGivenColumns(HeaderLine line) {
    return settings.columns().values().stream()
        .allMatch(name -> line.placeOf(name) >= 0 || line.placeOfAny(name) >= 0);
  }

  private boolean isUsable(ColumnMapping mapping) {
    boolean isDated =
        mapping.has(SpendField.DATE)
            || mapping.has(SpendField.RANGE_FROM)
            || settings.range() != null;
    return isDated && mapping.all().stream().anyMatch(column -> column.field().metric() != null);
  }

  private String whatWouldBeRight() throws IOException {
    Optional<CsvLine> first = first();
    return "a header within the first "
        + LINES
        + " lines: "
        + wanted(first.map(HeaderLine::of))
        + ". The file begins with: "
        + first.map(CsvLine::excerpt).orElse("nothing that can be read");
  }

  private String wanted(Optional<HeaderLine> first) {
    if (first.filter(line -> line.placeOf(ACTION) >= 0).isPresent()) {
      return "figures of ads by day; this file has a row for each action. Sum the actions that"
          + " count into columns of the ads' table, one for each kind, and import that";
    }
    String known = Presets.all().stream().map(Preset::key).collect(Collectors.joining(", "));
    return settings.columns().isEmpty()
        ? "columns that a preset knows (" + known + "), or a mapping of columns"
        : "a line with all mapped columns "
            + List.copyOf(settings.columns().values())
            + ", a date or a given range, and a metric";
  }

  private Optional<CsvLine> first() throws IOException {
    try (CsvLines lines =
        CsvLines.open(source.open(), sample.charset(), sample.delimiters().getFirst())) {
      return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    } catch (UnreadableValueException e) {
      return Optional.empty(); // a quotation mark that never closes
    }
  }
}
