package io.outlay.api.input;

import io.outlay.domain.error.BadRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of values in filters. */
public final class FilterLists {

  private FilterLists() {}

  /**
   * The values without repeats; none for null.
   *
   * @throws BadRequest when there are more than {@code most}
   */
  public static Set<String> distinct(String field, @Nullable List<String> values, int most) {
    return values == null ? Set.of() : new LinkedHashSet<>(atMost(field, values, most));
  }

  /** The list itself when it is not too long; an empty one for null. */
  public static <T> List<T> atMost(String field, @Nullable List<T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      throw BadRequest.of(field, values.size() + " values", "at most " + most);
    }
    return values;
  }
}
