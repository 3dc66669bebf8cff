package io.outlay.ingestion.spendimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of one file means what. */
final class ColumnMapping {

  private final Map<SpendField, FieldColumn> columns;

  private ColumnMapping(Map<SpendField, FieldColumn> columns) {
    this.columns = columns;
  }

  /** The preset's columns that the header has, then the given ones over them. */
  static ColumnMapping of(
      HeaderLine header, @Nullable Preset preset, Map<SpendField, String> given) {
    Map<SpendField, FieldColumn> columns = new EnumMap<>(SpendField.class);
    if (preset != null) {
      preset
          .columns()
          .forEach(
              (field, names) ->
                  put(columns, header, field, names, preset.microsFields().contains(field)));
    }
    given.forEach(
        (field, name) -> {
          boolean inMicros =
              preset != null
                  && preset.microsFields().contains(field)
                  && !columns.containsKey(field);
          columns.remove(field);
          put(columns, header, field, name, inMicros || isNamedMicros(field, name));
        });
    return new ColumnMapping(columns);
  }

  /** A column called cost_micros holds millionths, whoever maps it. */
  private static boolean isNamedMicros(SpendField field, String name) {
    boolean isMoney = field == SpendField.SPEND || field == SpendField.CONVERSION_VALUE;
    return isMoney && ColumnNames.normalised(name).endsWith(" micros");
  }

  private static void put(
      Map<SpendField, FieldColumn> columns,
      HeaderLine header,
      SpendField field,
      String names,
      boolean inMicros) {
    List<String> alternatives =
        header.placeOf(names) >= 0 ? List.of(names) : List.of(names.split("\\|", -1));
    for (String alternative : alternatives) {
      List<Integer> places = places(header, alternative);
      if (!places.isEmpty()) {
        String name = header.names().get(places.getFirst());
        columns.put(
            field,
            new FieldColumn(field, places, name, inMicros ? 6 : 0, ColumnNames.currencyIn(name)));
        return;
      }
    }
  }

  /**
   * A name with a plus in it is one column if the header has it so, else a sum of columns that must
   * all be there.
   */
  private static List<Integer> places(HeaderLine header, String name) {
    if (header.placeOf(name) >= 0) {
      return List.of(header.placeOf(name));
    }
    List<Integer> places = new ArrayList<>();
    for (String part : name.split("\\+", -1)) {
      int place = header.placeOf(part);
      if (place < 0) {
        return List.of();
      }
      places.add(place);
    }
    return places;
  }

  boolean has(SpendField field) {
    return columns.containsKey(field);
  }

  @Nullable FieldColumn column(SpendField field) {
    return columns.get(field);
  }

  Collection<FieldColumn> all() {
    return columns.values();
  }

  /** Names of columns that no field uses. */
  List<String> unusedNames(HeaderLine header) {
    Set<Integer> used = new HashSet<>();
    columns.values().forEach(column -> used.addAll(column.places()));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.names().size(); i++) {
      if (!used.contains(i) && !header.names().get(i).isEmpty()) {
        names.add(header.names().get(i));
      }
    }
    return names;
  }

  /** Names of the used columns by field, for people. */
  Map<String, String> names(HeaderLine header) {
    Map<String, String> names = new TreeMap<>();
    columns.forEach(
        (field, column) ->
            names.put(
                field.fieldName(),
                column.places().stream()
                    .map(header.names()::get)
                    .collect(Collectors.joining(" + "))));
    return names;
  }

  /** Cells a line must have for every used column to be in it. */
  int width() {
    return columns.values().stream()
            .flatMap(column -> column.places().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(-1)
        + 1;
  }
}
