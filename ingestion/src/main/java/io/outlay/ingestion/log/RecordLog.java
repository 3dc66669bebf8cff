package io.outlay.ingestion.log;

import io.outlay.domain.performance.LogPositions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A durable, partitioned log of records. Safe for use by several threads. */
public interface RecordLog extends AutoCloseable {

  /**
   * Writes a record; completes when the log has it for good. Errors with {@link
   * io.outlay.domain.error.Unavailable} when that is not known within 15 seconds, or when too many
   * records are on their way already. The record may then have been written all the same: readers
   * must bear repeats.
   */
  Mono<Void> publish(NewRecord written);

  /**
   * Reads a topic for ever, from where the stored positions are; readers of one group share its
   * partitions. Trouble with the log or the positions delays the stream and does not end it. A
   * batch is read ahead, no more: without demand reading pauses.
   */
  Flux<LogBatch> consume(String topic, String group, LogPositions positions);

  /**
   * Where a topic ends now. Errors with {@link io.outlay.domain.error.Unavailable} when that is not
   * known within a bounded time.
   */
  Mono<LogEnds> ends(String topic);

  @Override
  void close();
}
