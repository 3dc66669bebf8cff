package io.outlay.domain.exchangerate;

import io.outlay.domain.money.Currencies;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of rates in the form of the European Central Bank's history: a head {@code
 * Date,USD,JPY,…}, then a line for each quoted day with units for one euro, {@code N/A} or nothing
 * where a currency is not quoted. Plain, gzip or zip; days in any order. Lines are read as they are
 * asked for. The euro itself is added with 1 on every quoted day.
 */
public final class EcbHistory {

  private static final int MAGIC = 2;
  private static final int LONGEST_LINE = 10_000;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private final List<String> currencies;
  private final BufferedReader reader;
  private long line = 1;

  private EcbHistory(List<String> currencies, BufferedReader reader) {
    this.currencies = currencies;
    this.reader = reader;
  }

  /**
   * The table's quotations, in its order. Blocks while it reads; close the stream to close the
   * input.
   *
   * @throws UnreadableRates at the first line that cannot be understood, also later from the stream
   */
  public static Stream<Quotation> read(InputStream input) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(unpacked(input), StandardCharsets.UTF_8));
      EcbHistory history = new EcbHistory(head(reader.readLine()), reader);
      return Stream.generate(history::next)
          .takeWhile(quotations -> !quotations.isEmpty())
          .flatMap(List::stream)
          .onClose(history::close);
    } catch (IOException unreadable) {
      throw UnreadableRates.of("The file is damaged: " + unreadable.getMessage());
    }
  }

  private static InputStream unpacked(InputStream input) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(input);
    buffered.mark(MAGIC);
    byte[] magic = buffered.readNBytes(MAGIC);
    buffered.reset();
    if (Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b})) {
      return new GZIPInputStream(buffered);
    }
    if (Arrays.equals(magic, new byte[] {'P', 'K'})) {
      ZipInputStream zip = new ZipInputStream(buffered);
      if (zip.getNextEntry() == null) {
        throw UnreadableRates.of("The zip file holds no file.");
      }
      return zip;
    }
    return buffered;
  }

  private static List<String> head(@Nullable String line) {
    List<String> names = line == null ? List.of() : cells(line);
    String first = names.isEmpty() ? "" : names.getFirst();
    if (!first.equals("Date") && !first.equals("\uFEFFDate")) {
      throw UnreadableRates.at(1, "1", first, "Date, then currency codes such as USD");
    }
    for (String name : names.subList(1, names.size())) {
      if (!Currencies.isKnown(name)) {
        throw UnreadableRates.at(1, name, name, "an ISO 4217 currency code such as USD");
      }
    }
    return names.subList(1, names.size());
  }

  /** Quotations of the next line that has any; empty at the end. */
  private List<Quotation> next() {
    List<Quotation> quotations = List.of();
    while (quotations.isEmpty()) {
      String text = readLine();
      if (text == null) {
        return List.of();
      }
      line++;
      quotations = text.isBlank() ? List.of() : quotations(cells(text));
    }
    return quotations;
  }

  private @Nullable String readLine() {
    try {
      return reader.readLine();
    } catch (IOException damaged) {
      throw UnreadableRates.of("After line " + line + " the file is damaged.");
    }
  }

  private List<Quotation> quotations(List<String> cells) {
    if (cells.size() > currencies.size() + 1) {
      throw UnreadableRates.at(
          line, Integer.toString(currencies.size() + 2), cells.getLast(), "no more columns");
    }
    LocalDate day = day(cells.getFirst());
    List<Quotation> quotations = new ArrayList<>();
    for (int i = 1; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty() && !cell.equals("N/A")) {
        quotations.add(quotation(day, currencies.get(i - 1), cell));
      }
    }
    if (!quotations.isEmpty()) {
      quotations.add(new Quotation(day, "EUR", BigDecimal.ONE));
    }
    return quotations;
  }

  private LocalDate day(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException wrong) {
      throw UnreadableRates.at(line, "Date", cell, "a date such as 2026-11-20");
    }
  }

  private Quotation quotation(LocalDate day, String currency, String cell) {
    BigDecimal perEuro = NUMBER.matcher(cell).matches() ? new BigDecimal(cell) : BigDecimal.ZERO;
    if (perEuro.signum() <= 0) {
      throw UnreadableRates.at(
          line, currency, cell, "units for one euro, above 0, such as 1.0845, or N/A");
    }
    return new Quotation(day, currency, perEuro);
  }

  private static List<String> cells(String line) {
    if (line.length() > LONGEST_LINE) {
      throw UnreadableRates.of("A line is longer than " + LONGEST_LINE + " characters.");
    }
    List<String> cells =
        new ArrayList<>(Arrays.stream(line.split(",", -1)).map(String::strip).toList());
    if (cells.size() > 1 && cells.getLast().isEmpty()) {
      cells.removeLast(); // the bank's lines end with a comma
    }
    return cells;
  }

  private void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
