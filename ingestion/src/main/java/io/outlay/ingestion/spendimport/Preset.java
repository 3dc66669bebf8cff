package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.ConversionKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A known kind of file. Column names are written as {@link ColumnNames#normalised} gives them;
 * alternatives are divided by {@code |}, columns to be added up by {@code +}.
 *
 * @param key name used in requests, for example {@code meta-ads-manager}
 * @param title shown name
 * @param channel key of the channel such files come from; null where they come from any
 * @param recognisedBy columns that a header must all have; empty where a file of this kind is never
 *     guessed
 * @param without columns that no header of this kind has
 * @param columns column names by field
 * @param microsFields fields whose column holds millionths
 * @param conversionGoal kind counted by {@code conversions} unless the import says otherwise
 */
public record Preset(
    String key,
    String title,
    @Nullable String channel,
    List<String> recognisedBy,
    List<String> without,
    Map<SpendField, String> columns,
    Set<SpendField> microsFields,
    @Nullable ConversionKind conversionGoal) {

  /** Copies the collections. */
  public Preset {
    recognisedBy = List.copyOf(recognisedBy);
    without = List.copyOf(without);
    columns = Map.copyOf(columns);
    microsFields = Set.copyOf(microsFields);
  }

  /** Whether a header is of this kind. */
  boolean recognises(HeaderLine header) {
    return !recognisedBy.isEmpty()
        && recognisedBy.stream().allMatch(names -> header.placeOfAny(names) >= 0)
        && without.stream().noneMatch(names -> header.placeOfAny(names) >= 0);
  }
}
