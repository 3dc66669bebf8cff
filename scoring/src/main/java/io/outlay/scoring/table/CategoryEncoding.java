package io.outlay.scoring.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A text as one feature of 0 or 1 for each frequent category. A missing, rare or unknown category
 * is a missing value in all of them.
 *
 * @param name name of the column
 * @param categories frequent texts, each its own feature, ordered by text
 */
public record CategoryEncoding(String name, List<String> categories) implements ColumnEncoding {

  private static final int MOST_CATEGORIES = 32;
  private static final int FEWEST_ROWS = 10;

  /** Takes over the list as it is now. */
  public CategoryEncoding {
    categories = List.copyOf(categories);
  }

  static CategoryEncoding learn(Column column, int[] rows) {
    Map<String, Long> counts =
        Arrays.stream(rows)
            .filter(row -> !column.isMissing(row))
            .mapToObj(column::text)
            .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    List<String> frequent =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= FEWEST_ROWS)
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_CATEGORIES)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    boolean constant = counts.size() < 2 && Arrays.stream(rows).noneMatch(column::isMissing);
    return new CategoryEncoding(column.name(), constant ? List.of() : frequent);
  }

  @Override
  public List<String> features() {
    return categories.stream().map(category -> name + "=" + category).toList();
  }

  @Override
  public void encode(Column column, int row, float[] target, int at) {
    int index = categories.indexOf(column.text(row));
    for (int i = 0; i < categories.size(); i++) {
      target[at + i] = index < 0 ? Float.NaN : i == index ? 1 : 0;
    }
  }
}
