package io.outlay.ingestion.log;

import java.util.Map;

/**
 * A record as it was read.
 *
 * @param number its place in the partition
 * @param key empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
public record LogRecord(
    String topic,
    int partition,
    long number,
    String key,
    Map<String, String> headers,
    byte[] value) {

  /** Copies the headers. */
  public LogRecord {
    headers = Map.copyOf(headers);
  }
}
