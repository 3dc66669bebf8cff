package io.outlay.domain.performance;

/**
 * A step of reading a partition of a log.
 *
 * @param cluster identity of the log's cluster: another cluster counts its records anew
 * @param from record that was to be read next before the step
 * @param to record to be read next after the step
 */
public record LogPosition(String cluster, String topic, int partition, long from, long to) {}
