package io.outlay.ingestion.userevent;

import io.outlay.ingestion.log.LogTopic;
import java.time.Duration;

/**
 * How events of users lie in the log: one JSON object a record, the organization's number in the
 * header {@code organization}, the user's id as key.
 */
public final class UserEventRecords {

  /** Where a company's servers write events to. */
  public static final LogTopic TOPIC =
      new LogTopic("outlay.user-events", 8, Duration.ofDays(35), 1024 * 1024);

  private UserEventRecords() {}
}
