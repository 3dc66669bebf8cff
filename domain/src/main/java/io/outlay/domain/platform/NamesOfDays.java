package io.outlay.domain.platform;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What entities that were renamed were called on which days. Immutable. */
public final class NamesOfDays {

  /** None was renamed. */
  public static final NamesOfDays NONE = new NamesOfDays(List.of());

  private final Map<Long, NavigableMap<LocalDate, String>> names = new HashMap<>();

  /** Names in any order. */
  public NamesOfDays(List<NameSince> found) {
    found.forEach(
        one -> names.computeIfAbsent(one.id(), id -> new TreeMap<>()).put(one.from(), one.name()));
  }

  /**
   * A name.
   *
   * @param from first day it was called so, in the account's zone; the first name of an entity
   *     speaks for all days before it too
   */
  public record NameSince(long id, LocalDate from, String name) {}

  /** The entity's name on a day; the given one where it was never renamed. */
  public String nameOn(LocalDate day, long id, String nameNow) {
    NavigableMap<LocalDate, String> known = names.get(id);
    if (known == null) {
      return nameNow;
    }
    Map.Entry<LocalDate, String> then = known.floorEntry(day);
    return then == null ? known.firstEntry().getValue() : then.getValue();
  }
}
