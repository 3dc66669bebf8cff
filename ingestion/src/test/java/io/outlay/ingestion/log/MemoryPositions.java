package io.outlay.ingestion.log;

import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.StalePosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Positions of one topic as a database would keep them. */
final class MemoryPositions implements LogPositions {

  private final Map<Integer, Long> next = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  @Override
  public Mono<Map<Integer, Long>> read(
      String cluster, String topic, Collection<Integer> partitions) {
    return Mono.fromSupplier(
        () -> {
          if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("no database");
          }
          return partitions.stream()
              .collect(Collectors.toMap(p -> p, p -> next.getOrDefault(p, 0L)));
        });
  }

  @Override
  public Mono<Void> advance(List<LogPosition> steps) {
    return Mono.fromRunnable(
        () -> {
          synchronized (next) {
            for (LogPosition step : steps) {
              if (next.getOrDefault(step.partition(), 0L) != step.from()) {
                throw new StalePosition(step);
              }
            }
            steps.forEach(step -> next.put(step.partition(), step.to()));
          }
        });
  }

  Map<Integer, Long> copy() {
    return Map.copyOf(next);
  }

  void set(Map<Integer, Long> positions) {
    synchronized (next) {
      next.clear();
      next.putAll(positions);
    }
  }

  void failNextReads(int count) {
    failures.set(count);
  }
}
