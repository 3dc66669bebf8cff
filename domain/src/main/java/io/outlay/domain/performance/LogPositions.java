package io.outlay.domain.performance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where reading of the log stands, as stored with the slices that were read. */
public interface LogPositions {

  /** Records to be read next, by partition: 0 for a partition that was never read. */
  Mono<Map<Integer, Long>> read(String cluster, String topic, Collection<Integer> partitions);

  /** Moves positions where there is nothing else to store; errors with {@link StalePosition}. */
  Mono<Void> advance(List<LogPosition> steps);
}
