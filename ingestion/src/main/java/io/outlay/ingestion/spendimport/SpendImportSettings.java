package io.outlay.ingestion.spendimport;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How imports are worked on.
 *
 * @param workFolder where temporary files may be made; room for the largest file twice
 * @param parallel imports at work at once in this process
 * @param lease how long a worker that no longer answers keeps its job
 * @param pause how long to wait before looking for work again, and before a job is tried again
 */
public record SpendImportSettings(Path workFolder, int parallel, Duration lease, Duration pause) {

  /** The usual settings with a work folder. */
  public static SpendImportSettings in(Path workFolder) {
    return new SpendImportSettings(workFolder, 2, Duration.ofSeconds(10), Duration.ofMillis(500));
  }
}
