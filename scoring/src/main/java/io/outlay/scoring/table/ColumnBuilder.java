package io.outlay.scoring.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects a column's cells; equal texts are kept once. */
final class ColumnBuilder {

  private static final int MOST_SHARED = 10_000;

  private final String name;
  private final List<String> cells = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();

  ColumnBuilder(String name) {
    this.name = name;
  }

  void add(String field) {
    String text = field.strip();
    String known = shared.get(text);
    if (known == null && shared.size() < MOST_SHARED) {
      shared.put(text, text);
    }
    cells.add(known == null ? text : known);
  }

  Column build() {
    return new Column(name, cells.toArray(String[]::new));
  }
}
