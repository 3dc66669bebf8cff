package io.outlay.ingestion.sink;

import io.outlay.domain.performance.LogPosition;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.log.LogRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of a batch as shall be applied together: some 200 milliseconds of the database's work.
 *
 * @param cluster identity of the log's cluster
 * @param steps positions reached with these records
 */
record Chunk(String cluster, List<LogRecord> records, List<LogPosition> steps) {

  /** About 40,000 rows of ads. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_RECORDS = 400;

  /** A batch in chunks, in order. */
  static List<Chunk> of(LogBatch batch) {
    Map<Integer, LogPosition> stand = new HashMap<>();
    batch.steps().forEach(step -> stand.put(step.partition(), step));
    List<Chunk> chunks = new ArrayList<>();
    List<LogRecord> open = new ArrayList<>();
    int bytes = 0;
    for (LogRecord record : batch.records()) {
      boolean full = open.size() == MOST_RECORDS || bytes + record.value().length > MOST_BYTES;
      if (full && !open.isEmpty()) {
        chunks.add(close(open, stand));
        open = new ArrayList<>();
        bytes = 0;
      }
      open.add(record);
      bytes += record.value().length;
    }
    if (!open.isEmpty()) {
      chunks.add(close(open, stand));
    }
    return chunks;
  }

  private static Chunk close(List<LogRecord> records, Map<Integer, LogPosition> stand) {
    Map<Integer, Long> reached = new HashMap<>();
    records.forEach(record -> reached.put(record.partition(), record.number() + 1));
    List<LogPosition> steps = new ArrayList<>();
    reached.forEach((partition, to) -> steps.add(step(stand, partition, to)));
    return new Chunk(steps.getFirst().cluster(), List.copyOf(records), List.copyOf(steps));
  }

  private static LogPosition step(Map<Integer, LogPosition> stand, int partition, long to) {
    LogPosition whole = stand.get(partition);
    if (whole == null) {
      throw new IllegalStateException("a record of partition " + partition + " without a step");
    }
    LogPosition step = new LogPosition(whole.cluster(), whole.topic(), partition, whole.from(), to);
    stand.put(
        partition, new LogPosition(whole.cluster(), whole.topic(), partition, to, whole.to()));
    return step;
  }
}
