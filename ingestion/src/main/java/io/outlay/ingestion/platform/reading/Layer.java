package io.outlay.ingestion.platform.reading;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows of one level of a report.
 *
 * @param parentOf the key in the next coarser layer that a row of this one is a part of
 */
public record Layer(List<EntityRow> rows, UnaryOperator<EntityKey> parentOf) {

  /** Copies the rows' list. */
  public Layer {
    rows = List.copyOf(rows);
  }

  /** Rows of an entity's parts. */
  public static Layer entities(List<EntityRow> rows) {
    return new Layer(rows, EntityKey::parent);
  }

  /** Rows of an entity's segments, whose parent is the entity over all segments. */
  public static Layer segments(List<EntityRow> rows) {
    return new Layer(rows, key -> key.in(null));
  }
}
