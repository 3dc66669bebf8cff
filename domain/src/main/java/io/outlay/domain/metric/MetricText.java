package io.outlay.domain.metric;

import java.util.List;

/**
 * A metric in the words of one language.
 *
 * @param label short name for a column's head
 * @param meaning what it tells
 * @param formula how it is computed
 * @param whenNull when it has no number
 * @param caveats what to mind when reading it; empty for nothing
 */
public record MetricText(
    String label, String meaning, String formula, String whenNull, List<String> caveats) {

  /** Copies the caveats. */
  public MetricText {
    caveats = List.copyOf(caveats);
  }
}
