package io.outlay.ingestion.spendimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value stands in each line.
 *
 * @param places columns counted from 0; several are added up
 * @param name their names as the header writes them
 * @param shift 6 where the column holds millionths, else 0
 * @param currencyCode currency the header names in brackets; null where it names none
 */
record FieldColumn(
    SpendField field, List<Integer> places, String name, int shift, @Nullable String currencyCode) {

  FieldColumn {
    places = List.copyOf(places);
  }

  int place() {
    return places.getFirst();
  }
}
