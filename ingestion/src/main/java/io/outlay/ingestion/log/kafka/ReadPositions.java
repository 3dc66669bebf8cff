package io.outlay.ingestion.log.kafka;

import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.StalePosition;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.log.LogRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.ReceiverPartition;

/** How far one subscription has read, and from where it began: the stored positions. */
final class ReadPositions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String cluster;
  private final String topic;
  private final LogPositions stored;
  private final Map<Integer, Long> next = new ConcurrentHashMap<>();
  private final AtomicInteger atWork = new AtomicInteger();

  ReadPositions(String cluster, String topic, LogPositions stored) {
    this.cluster = cluster;
    this.topic = topic;
    this.stored = stored;
  }

  /**
   * Begins partitions where the database says. Called on the client's polling thread, which may
   * wait and must: records polled before the seek would be the wrong ones.
   */
  void seek(Collection<ReceiverPartition> assigned) {
    if (assigned.isEmpty()) {
      return;
    }
    Map<Integer, Long> positions =
        awaited(stored.read(cluster, topic, assigned.stream().map(ReadPositions::number).toList()));
    for (ReceiverPartition partition : assigned) {
      long position = positions.getOrDefault(number(partition), 0L);
      next.put(number(partition), position);
      partition.seek(position);
    }
  }

  /** Forgets partitions that another reader has now. */
  void revoke(Collection<ReceiverPartition> revoked) {
    revoked.forEach(partition -> next.remove(number(partition)));
  }

  /** A batch with the steps from where reading stood to behind its last records. */
  LogBatch batch(List<LogRecord> records, Runnable acknowledge) {
    Map<Integer, Long> reached = new TreeMap<>();
    records.forEach(record -> reached.put(record.partition(), record.number() + 1));
    List<LogPosition> steps =
        reached.entrySet().stream().map(e -> step(e.getKey(), e.getValue())).toList();
    atWork.incrementAndGet();
    return new LogBatch(
        records,
        steps,
        () -> {
          atWork.decrementAndGet();
          acknowledge.run();
        });
  }

  /**
   * Errors with {@link StalePosition} when the stored positions went back, as they do when the
   * database is restored; checked while no batch is at work.
   */
  Mono<Void> verify() {
    Map<Integer, Long> believed = Map.copyOf(next);
    if (believed.isEmpty() || atWork.get() > 0) {
      return Mono.empty();
    }
    return stored
        .read(cluster, topic, believed.keySet())
        .onErrorComplete() // away for the moment: the next batch or the next look will tell
        .filter(positions -> atWork.get() == 0 && believed.equals(next))
        .flatMapIterable(Map::entrySet)
        .filter(position -> position.getValue() < believed.getOrDefault(position.getKey(), 0L))
        .next()
        .flatMap(position -> Mono.error(wentBack(position, believed)));
  }

  private StalePosition wentBack(Map.Entry<Integer, Long> position, Map<Integer, Long> believed) {
    long from = believed.getOrDefault(position.getKey(), 0L);
    return new StalePosition(
        new LogPosition(cluster, topic, position.getKey(), from, position.getValue()));
  }

  private LogPosition step(int partition, long to) {
    Long from = next.put(partition, to);
    return new LogPosition(cluster, topic, partition, from == null ? 0 : from, to);
  }

  private static int number(ReceiverPartition partition) {
    return partition.topicPartition().partition();
  }

  private static Map<Integer, Long> awaited(Mono<Map<Integer, Long>> positions) {
    try {
      return positions.toFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while positions were read", interrupted);
    } catch (ExecutionException | TimeoutException failed) {
      throw new KafkaException("the stored positions cannot be read", failed);
    }
  }
}
