package io.outlay.ingestion.log;

import io.outlay.domain.performance.LogPosition;
import java.util.List;

/**
 * Records that were read together, those of a partition in their order.
 *
 * @param steps how far the batch reaches, to be stored with what was made of its records
 * @param stored to be run once that has happened; the log then counts the batch as dealt with
 */
public record LogBatch(List<LogRecord> records, List<LogPosition> steps, Runnable stored) {

  /** Copies the lists. */
  public LogBatch {
    records = List.copyOf(records);
    steps = List.copyOf(steps);
  }
}
