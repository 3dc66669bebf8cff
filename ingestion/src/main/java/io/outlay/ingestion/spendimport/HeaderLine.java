package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.CsvLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The line that names a file's columns. */
final class HeaderLine {

  private final long number;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private HeaderLine(long number, List<String> names) {
    this.number = number;
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(ColumnNames.normalised(names.get(i)), i);
    }
  }

  static HeaderLine of(CsvLine line) {
    List<String> names = new ArrayList<>(line.size());
    for (int i = 0; i < line.size(); i++) {
      names.add(line.cell(i));
    }
    return new HeaderLine(line.number(), names);
  }

  long number() {
    return number;
  }

  /** Names as written. */
  List<String> names() {
    return names;
  }

  /** Place of a column, counted from 0; -1 where the header has no such name. */
  int placeOf(String name) {
    return places.getOrDefault(ColumnNames.normalised(name), -1);
  }

  /** Place of the first of several names divided by {@code |}; -1 where the header has none. */
  int placeOfAny(String alternatives) {
    for (String name : alternatives.split("\\|", -1)) {
      int place = placeOf(name);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }
}
