package io.outlay.api.input;

import io.outlay.domain.performance.LabelFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label and its wanted values as a caller names them. */
public record LabelFilterInput(String key, List<String> values) {

  /** The filter's condition; null for none. */
  public static @Nullable LabelFilter toFilter(@Nullable LabelFilterInput input) {
    return input == null
        ? null
        : new LabelFilter(
            Texts.within("filter.label.key", input.key, 40),
            FilterLists.distinct("filter.label.values", input.values, 100));
  }
}
