package io.outlay.ingestion.log;

import java.time.Instant;
import java.util.Map;

/**
 * A record as it was read.
 *
 * @param number its place in the partition
 * @param writtenAt when it was written, by the log's or the writer's clock
 * @param key empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
public record LogRecord(
    String topic,
    int partition,
    long number,
    Instant writtenAt,
    String key,
    Map<String, String> headers,
    byte[] value) {

  /** Copies the headers. */
  public LogRecord {
    headers = Map.copyOf(headers);
  }
}
