package io.outlay.ingestion.sink;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.TextSlice;
import io.outlay.ingestion.log.LogRecord;

/** A record of the log, read as far as it goes. */
sealed interface Delivered {

  /** The record itself. */
  LogRecord record();

  /** A slice. */
  record Legible(LogRecord record, TextSlice slice) implements Delivered {
    OrganizationId organization() {
      return slice.organization();
    }
  }

  /** Bytes that are none, with the reason. */
  record Poison(LogRecord record, DeadLetterCause cause, String message) implements Delivered {}
}
