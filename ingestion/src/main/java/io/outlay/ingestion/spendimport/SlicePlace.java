package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.Period;
import java.util.Comparator;

/** The account and period a row belongs to: which slice of the import it becomes part of. */
record SlicePlace(String accountId, Period period) implements Comparable<SlicePlace> {

  private static final Comparator<SlicePlace> ORDER =
      Comparator.comparing(SlicePlace::accountId)
          .thenComparing(place -> place.period().firstDay())
          .thenComparing(place -> place.period().lastDay());

  @Override
  public int compareTo(SlicePlace other) {
    return ORDER.compare(this, other);
  }
}
