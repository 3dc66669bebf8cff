package io.outlay.ingestion.slice;

import io.outlay.ingestion.log.LogTopic;
import java.time.Duration;

/** How slices lie in the log. */
public final class SliceRecords {

  /** Where slices wait to be applied. */
  public static final LogTopic SLICES = topic("outlay.slices", 8);

  /** Where slices go that could not be applied. */
  public static final LogTopic DEAD_LETTERS = topic("outlay.dead-letters", 1);

  /** Header with the organization's number. */
  public static final String ORGANIZATION = "organization";

  /** Header with the version of the written form. */
  public static final String SCHEMA_VERSION = "schema-version";

  /**
   * Header with the identity of a slice too large for a record; the record itself is then empty.
   */
  public static final String LARGE_SLICE = "large-slice";

  /** Header with the number of the job that waits for the slice; absent when none does. */
  public static final String JOB = "job";

  /** Header of a dead letter with the code of its cause. */
  public static final String CAUSE = "cause";

  /** Largest written slice that travels in the record itself. */
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  private SliceRecords() {}

  private static LogTopic topic(String name, int partitions) {
    return new LogTopic(name, partitions, Duration.ofDays(35), 5 * 1024 * 1024);
  }
}
