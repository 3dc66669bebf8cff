package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.GroupKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A join that keeps only the groups of a page, null parts equal to null parts. */
final class WantedGroups {

  private WantedGroups() {}

  /** The join to groups {@code q}; empty where no groups are named. */
  static String join(@Nullable List<GroupKey> wanted, List<String> keys, Parameters parameters) {
    if (wanted == null || keys.isEmpty()) {
      return "";
    }
    List<String> arrays = new ArrayList<>();
    List<String> equalities = new ArrayList<>();
    for (String key : keys) {
      arrays.add(parameters.bind(texts(wanted, key)) + "::text[]::" + KeyColumns.type(key) + "[]");
      String none = none(KeyColumns.type(key));
      equalities.add(
          "coalesce(q." + key + ", " + none + ") = coalesce(w." + key + ", " + none + ")");
    }
    return " JOIN unnest("
        + String.join(", ", arrays)
        + ") AS w("
        + String.join(", ", keys)
        + ") ON "
        + String.join(" AND ", equalities);
  }

  private static @Nullable String[] texts(List<GroupKey> wanted, String key) {
    return wanted.stream()
        .map(KeyColumns.valueOf(key))
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  /** A value no group has, so that nulls can be compared by equality. */
  private static String none(String type) {
    return switch (type) {
      case "date" -> "'0001-01-01'::date";
      case "bigint" -> "0";
      default -> "chr(1)";
    };
  }
}
