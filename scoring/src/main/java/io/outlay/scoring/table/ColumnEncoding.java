package io.outlay.scoring.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How one source column becomes one or more features. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumberEncoding.class, name = "number"),
  @JsonSubTypes.Type(value = CategoryEncoding.class, name = "category")
})
public sealed interface ColumnEncoding permits NumberEncoding, CategoryEncoding {

  /** Name of the source column. */
  String name();

  /** Names of the features it becomes. */
  List<String> features();

  /** Writes a row's features at a place of an array; NaN for what is missing. */
  void encode(Column column, int row, float[] target, int at);
}
