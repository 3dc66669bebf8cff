package io.outlay.ingestion.log;

import java.util.Map;

/**
 * A record to be written.
 *
 * @param key records of one key keep their order
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, not compared
public record NewRecord(String topic, String key, Map<String, String> headers, byte[] value) {

  /** Copies the headers. */
  public NewRecord {
    headers = Map.copyOf(headers);
  }
}
