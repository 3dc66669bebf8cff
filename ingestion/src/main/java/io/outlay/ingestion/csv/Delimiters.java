package io.outlay.ingestion.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which delimiters a text may have, the likeliest first. */
final class Delimiters {

  private static final List<Character> KNOWN = List.of(',', '\t', ';', '|');
  private static final int LINES = 200;

  private Delimiters() {}

  /** All known delimiters, ordered by how many cells they make in lines of the commonest width. */
  static List<Character> byLikelihood(String sample) {
    Map<Character, Long> cells = new HashMap<>();
    KNOWN.forEach(delimiter -> cells.put(delimiter, regularCells(sample, delimiter)));
    return KNOWN.stream()
        .sorted(
            Comparator.comparing((Character delimiter) -> cells.getOrDefault(delimiter, 0L))
                .reversed())
        .toList();
  }

  private static long regularCells(String sample, char delimiter) {
    Map<Integer, Long> linesByWidth = new HashMap<>();
    try (CsvLines lines = CsvLines.over(new StringReader(sample), delimiter)) {
      for (int i = 0; i < LINES && lines.hasNext(); i++) {
        linesByWidth.merge(lines.next().size(), 1L, Long::sum);
      }
    } catch (UnreadableValueException e) {
      return 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return linesByWidth.entrySet().stream()
        .mapToLong(entry -> (entry.getKey() - 1L) * entry.getValue())
        .max()
        .orElse(0);
  }
}
