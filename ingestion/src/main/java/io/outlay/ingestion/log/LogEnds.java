package io.outlay.ingestion.log;

import java.util.Map;

/**
 * Where a topic ended at some moment.
 *
 * @param cluster identity of the log's cluster
 * @param ends number behind the last record of each partition; without those that hold no record
 */
public record LogEnds(String cluster, Map<Integer, Long> ends) {

  /** Copies the map. */
  public LogEnds {
    ends = Map.copyOf(ends);
  }

  /** Whether everything up to here has been dealt with where reading stands at these positions. */
  public boolean areReached(Map<Integer, Long> positions) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
