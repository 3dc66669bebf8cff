package io.outlay.ingestion.log;

import java.time.Duration;

/**
 * A topic as it shall be where it does not exist yet.
 *
 * @param partitions parts that can be read side by side
 * @param retention how long records are kept at least
 * @param maxRecordBytes largest record it takes
 */
public record LogTopic(String name, int partitions, Duration retention, int maxRecordBytes) {}
